package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.redis.RedisKeys.Family;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimersTests {

    private final RedisServer.Fresh fresh = workspace();
    private final MovableClock clock = new MovableClock();
    private final List<String> fired = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path data;

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @Test
    void whatIsDueFiresAndTheRestWaits() {
        set("ring", "b", 2);
        set("ring", "a", 1);
        set("ring", "c", 60);
        clock.advance(Duration.ofSeconds(2));

        timers(ring()).look();

        assertThat(fired).containsExactlyInAnyOrder("a", "b");
        assertThat(left()).containsExactly("ring|c|1");
    }

    /// A promise that was due while nobody looked is told of before it is late.
    @Test
    void whatIsDueOfOneRecordFiresEarliestFirst() {
        List<String> kinds = List.of("one", "two", "three", "four");
        for (int i = 0; i < 50; i++) {
            for (String kind : kinds) {
                set(kind, "t" + i, kinds.indexOf(kind));
            }
        }
        clock.advance(Duration.ofSeconds(10));
        timers(kinds.stream().map(kind -> TimerEffect.of(kind, timer -> {
            fresh.redis().zrem(fresh.keys().of(Family.TIMERS), timer.member());
            fired.add(timer.id() + " " + kind);
        })).toArray(TimerEffect[]::new)).look();

        assertThat(fired).hasSize(200);
        for (int i = 0; i < 50; i++) {
            String record = "t" + i + " ";
            assertThat(fired.stream().filter(one -> one.startsWith(record)).map(one -> one.substring(
                    record.length()))).containsExactlyElementsOf(kinds);
        }
    }

    @Test
    void oneThatTakesLongKeepsNoOtherWaiting() {
        CountDownLatch others = new CountDownLatch(50);
        set("slow", "x", 0);
        for (int i = 0; i < 50; i++) {
            set("ring", "t" + i, 1);
        }
        clock.advance(Duration.ofSeconds(2));
        timers(TimerEffect.of("slow", timer -> {
            fresh.redis().zrem(fresh.keys().of(Family.TIMERS), timer.member());
            try {
                fired.add(others.await(10, TimeUnit.SECONDS) ? "the others were first" : "nobody else");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }), TimerEffect.of("ring", timer -> {
            fresh.redis().zrem(fresh.keys().of(Family.TIMERS), timer.member());
            others.countDown();
        })).look();
        assertThat(fired).containsExactly("the others were first");
    }

    @Test
    void whatBecameDueWhileNobodyLookedFiresAfterwards() {
        for (int i = 0; i < 1000; i++) {
            set("ring", "t" + i, i % 100);
        }
        clock.advance(Duration.ofHours(3));

        timers(ring()).look();

        assertThat(fired).hasSize(1000).doesNotHaveDuplicates();
        assertThat(left()).isEmpty();
    }

    @Test
    void oneThatFailsComesBackAfterAMinuteAndKeepsNobodyWaiting() {
        set("broken", "x", 0);
        set("ring", "a", 1);
        clock.advance(Duration.ofSeconds(1));
        TimersFixture timers = timers(ring(), broken());

        timers.look();
        assertThat(fired).containsExactly("a");

        timers.look();
        assertThat(tries).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        timers.look();
        assertThat(tries).isEqualTo(2);
    }

    @Test
    void aKindOfALaterLoperWaitsForIt() {
        set("unheard-of", "x", 0);
        timers(ring()).look();
        assertThat(left()).containsExactly("unheard-of|x|1");
    }

    @Test
    void whileOneNodeLooksTheOtherRests(@TempDir Path otherData) {
        set("ring", "a", 0);
        new TimersFixture(fresh, clock, otherData, broken()).look();
        timers(ring()).look();
        assertThat(fired).isEmpty();
    }

    @Test
    void whoLosesTheLeaseInALongRunLeavesTheRestToTheOther() {
        for (int i = 0; i < 500; i++) {
            set("ring", "t" + i, 0);
        }
        timers(TimerEffect.of("ring", timer -> {
            fresh.redis().zrem(fresh.keys().of(Family.TIMERS), timer.member());
            fresh.redis().set(fresh.keys().lease("timers"), "another");
            fired.add(timer.id());
        })).look();
        assertThat(fired).hasSize(200);
        assertThat(left()).hasSize(300);
    }

    @Test
    void whenRedisGoesAwayNobodyWaitsForEachOfTheOthersToFindOut() {
        for (int i = 0; i < 200; i++) {
            set("ring", "t" + i, 0);
        }
        CountDownLatch away = new CountDownLatch(1);
        timers(TimerEffect.of("ring", timer -> {
            if (timer.id().equals("t0")) {
                away.countDown();
                throw new StoreUnavailableException("It went away.");
            }
            try {
                away.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            fired.add(timer.id());
        })).look();

        assertThat(fired).hasSizeLessThan(100);
        assertThat(left()).hasSize(200);
    }

    @Test
    void whoIsStoppedBeginsNothingMoreAndLosesNothing() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            set("ring", "t" + i, 0);
        }
        CountDownLatch begun = new CountDownLatch(16);
        CountDownLatch never = new CountDownLatch(1);
        // Not a virtual one: of those Redis is not asked any more once they are interrupted.
        Thread looking = Thread.ofPlatform().daemon().start(() -> timers(TimerEffect.of("ring", timer -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new StoreUnavailableException("It stops.", e);
            }
        })).look());
        begun.await();
        looking.interrupt();

        assertThat(looking.join(Duration.ofSeconds(20))).as("it has ended").isTrue();
        assertThat(left()).hasSize(500);
    }

    private int tries;

    private TimersFixture timers(TimerEffect... effects) {
        return new TimersFixture(fresh, clock, data, effects);
    }

    private void set(String kind, String id, int seconds) {
        fresh.redis().zadd(fresh.keys().of(Family.TIMERS), MovableClock.NOON.plusSeconds(seconds).toEpochMilli(), kind
                + "|" + id + "|1");
    }

    private List<String> left() {
        return fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1);
    }

    private TimerEffect ring() {
        return TimerEffect.of("ring", timer -> {
            fresh.redis().zrem(fresh.keys().of(Family.TIMERS), timer.member());
            fired.add(timer.id());
        });
    }

    private TimerEffect broken() {
        return TimerEffect.of("broken", timer -> {
            tries++;
            throw new IllegalStateException("It cannot be done.");
        });
    }
}
