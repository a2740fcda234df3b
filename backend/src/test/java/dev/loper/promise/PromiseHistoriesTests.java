package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseHistory.Fate;
import dev.loper.redis.MortalRedis;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random histories of promises ([PromiseHistory]): whatever happens, no promise is lost, none fires twice, and none closes by
/// itself.
///
/// A history is its seed: a failure names it, and `-Dloper.history=<seed>` runs that one alone. Which of two nodes is first, a seed
/// does not say.
class PromiseHistoriesTests {

    private static final int HISTORIES = 16;
    private static final int STEPS = 40;

    @TempDir
    static Path data;

    private static MortalRedis redis;

    @BeforeAll
    static void start() {
        redis = MortalRedis.start(data.resolve("redis"));
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @ParameterizedTest(name = "history {0}")
    @MethodSource("seeds")
    void whateverHappensNoneIsLostNoneFiresTwiceAndNoneClosesByItself(long seed) {
        PromiseHistory history = new PromiseHistory(redis, data, seed);
        for (int step = 0; step < STEPS; step++) {
            history.step();
        }
        history.ends();
        try {
            check(history);
        } catch (AssertionError e) {
            throw new AssertionError("Seed " + seed + "\n" + history.log() + "\n" + e.getMessage(), e);
        }
    }

    private static void check(PromiseHistory history) {
        List<Promise> all = history.fates.keySet().stream().map(history.given::promise).toList();
        List<Promise> late = all.stream().filter(
                promise -> history.fates.get(promise.id()) == Fate.TO_BE_KEPT).toList();
        assertThat(all).allSatisfy(promise -> {
            assertThat(promise.state()).isIn(statesOf(Objects.requireNonNull(history.fates.get(promise.id()))));
            assertThat(promise.owner().value()).isEqualTo(history.owners.get(promise.id()));
            assertThat(promise.topic()).isEqualTo(history.given.ada.topic().id());
        });
        assertThat(history.given.in("late")).containsExactlyInAnyOrderElementsOf(ids(late));
        assertThat(history.given.in("open", "due-soon")).isEmpty();
        whoHasThemFindsThem(history, late);
        eachMomentWasToldOnce(history, late);
    }

    private static void whoHasThemFindsThem(PromiseHistory history, List<Promise> late) {
        Map<String, List<Promise>> byOwner = late.stream().collect(Collectors.groupingBy(
                promise -> promise.owner().value()));
        byOwner.forEach((owner, theirs) -> assertThat(history.given.in("owner:" + owner
                + ":late")).containsExactlyInAnyOrderElementsOf(ids(theirs)));
        assertThat(history.given.in("queue:" + history.given.ada.topic().queue()
                + ":late")).containsExactlyInAnyOrderElementsOf(ids(late));
    }

    private static void eachMomentWasToldOnce(PromiseHistory history, List<Promise> late) {
        List<String> told = history.told();
        assertThat(history.given.ada.entries()).as("all of the timeline").hasSizeLessThan(200);
        assertThat(told).doesNotHaveDuplicates();
        assertThat(history.fired).allSatisfy((what, times) -> assertThat(times).as(what).isEqualTo(1));
        assertThat(told).containsAll(history.fired.keySet().stream().filter(
                what -> !what.startsWith("soon ")).toList());
        assertThat(told).containsAll(late.stream().map(promise -> "late " + promise.id() + " "
                + promise.due()).toList());
        assertThat(history.toBeMailed()).isEqualTo(told.stream().filter(what -> what.startsWith("escalate ")).map(
                what -> what.split(" ")[1]).collect(Collectors.toSet()));
        assertThat(history.timersLeft()).isEmpty();
    }

    private static List<PromiseId> ids(List<Promise> promises) {
        return promises.stream().map(Promise::id).toList();
    }

    private static Set<PromiseState> statesOf(Fate fate) {
        return switch (fate) {
            case TO_BE_KEPT -> EnumSet.of(PromiseState.LATE);
            case KEPT -> EnumSet.of(PromiseState.KEPT, PromiseState.KEPT_LATE);
            case RELEASED -> EnumSet.of(PromiseState.RELEASED);
            case TAKEN_BACK -> EnumSet.of(PromiseState.WITHDRAWN);
        };
    }

    static LongStream seeds() {
        Long one = Long.getLong("loper.history");
        return one == null ? LongStream.rangeClosed(1, HISTORIES) : LongStream.of(one);
    }
}
