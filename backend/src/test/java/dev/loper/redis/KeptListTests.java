package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.redis.KeptList.Saved;
import dev.loper.redis.RedisKeys.Family;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeptListTests {

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final MovableClock clock = new MovableClock();
    private final KeptList<List<String>> list = list();

    @Test
    void whatIsSavedHereCountsAtOnceAndOnOtherNodesSoonAfter() {
        KeptList<List<String>> other = list();
        assertThat(other.recent()).isEmpty();

        assertThat(list.save("one", "1", null)).isEqualTo(Saved.SAVED);

        assertThat(list.recent()).containsExactly("one 1");
        assertThat(other.recent()).isEmpty();
        assertThat(other.now()).containsExactly("one 1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(other.recent()).containsExactly("one 1");
    }

    @Test
    void thereAreNoMoreThanThereMayBeAndThoseThereAreCanBeChanged() {
        list.save("one", "1", null);
        list.save("two", "2", null);

        assertThat(list.save("three", "3", null)).isEqualTo(Saved.FULL);
        assertThat(list.save("two", "II", null)).isEqualTo(Saved.SAVED);

        assertThat(list.recent()).containsExactly("one 1", "two II");
    }

    @Test
    void ofTwoWhoChangeTheSameOneTheSecondIsTold() {
        assertThat(list.save("one", "1", KeptVersion.NEW)).isEqualTo(Saved.SAVED);
        assertThat(list.save("one", "i", KeptVersion.NEW)).as("two who make it").isEqualTo(Saved.CHANGED);
        String read = list.versions().get("one");

        assertThat(list.save("one", "I", read)).isEqualTo(Saved.SAVED);
        assertThat(list.save("one", "i", read)).isEqualTo(Saved.CHANGED);

        assertThat(list.now()).containsExactly("one I");
        assertThat(list.save("one", "i", list.versions().get("one"))).isEqualTo(Saved.SAVED);
        list.remove("one");
        assertThat(list.save("one", "1", read)).as("taken away meanwhile").isEqualTo(Saved.CHANGED);
    }

    @Test
    void whatIsTakenAwayTakesAlongWhatWasKeptOfIt() {
        String beside = fresh.keys().of(Family.TRIGGER_COUNTS);
        list.save("one", "1", null);
        fresh.redis().hset(beside, "one|shown", "7");
        fresh.redis().hset(beside, "other|shown", "3");

        assertThat(list.remove("one", beside, List.of("one|shown"))).isTrue();

        assertThat(list.recent()).isEmpty();
        assertThat(fresh.redis().hgetAll(beside)).containsOnlyKeys("other|shown");
        assertThat(list.remove("one")).isFalse();
    }

    @Test
    void whatDidNotChangeIsNotMadeAnew() {
        list.save("one", "1", null);
        List<String> made = list.recent();

        clock.advance(Duration.ofSeconds(2));
        assertThat(list.recent()).isSameAs(made);
        list.save("one", "I", null);

        assertThat(list.recent()).isNotSameAs(made).containsExactly("one I");
    }

    private KeptList<List<String>> list() {
        return new KeptList<>(fresh.store(), clock, fresh.keys().of(Family.TRIGGERS), 2,
                kept -> new TreeMap<>(kept).entrySet().stream().map(
                        one -> one.getKey() + " " + one.getValue()).toList());
    }
}
