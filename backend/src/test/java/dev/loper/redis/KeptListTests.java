package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
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

        assertThat(list.save("one", "1")).isTrue();

        assertThat(list.recent()).containsExactly("one 1");
        assertThat(other.recent()).isEmpty();
        assertThat(other.now()).containsExactly("one 1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(other.recent()).containsExactly("one 1");
    }

    @Test
    void thereAreNoMoreThanThereMayBeAndThoseThereAreCanBeChanged() {
        list.save("one", "1");
        list.save("two", "2");

        assertThat(list.save("three", "3")).isFalse();
        assertThat(list.save("two", "II")).isTrue();

        assertThat(list.recent()).containsExactly("one 1", "two II");
    }

    @Test
    void whatIsTakenAwayTakesAlongWhatWasKeptOfIt() {
        String beside = fresh.keys().of(Family.TRIGGER_COUNTS);
        list.save("one", "1");
        fresh.redis().hset(beside, "one|shown", "7");
        fresh.redis().hset(beside, "other|shown", "3");

        assertThat(list.remove("one", beside, List.of("one|shown"))).isTrue();

        assertThat(list.recent()).isEmpty();
        assertThat(fresh.redis().hgetAll(beside)).containsOnlyKeys("other|shown");
        assertThat(list.remove("one")).isFalse();
    }

    @Test
    void whatDidNotChangeIsNotMadeAnew() {
        list.save("one", "1");
        List<String> made = list.recent();

        clock.advance(Duration.ofSeconds(2));
        assertThat(list.recent()).isSameAs(made);
        list.save("one", "I");

        assertThat(list.recent()).isNotSameAs(made).containsExactly("one I");
    }

    private KeptList<List<String>> list() {
        return new KeptList<>(fresh.store(), clock, fresh.keys().of(Family.TRIGGERS), 2,
                kept -> new TreeMap<>(kept).entrySet().stream().map(
                        one -> one.getKey() + " " + one.getValue()).toList());
    }
}
