package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.redis.RedisServer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Generated histories: people write and are answered, are joined, taken apart, detached, and everything is undone in
/// any order, with repeats of webhooks in between. After every step the store must say what the plain [Model] says.
///
/// A history is its seed: a failure names it, and `-Dloper.history=<seed>` runs that one alone.
class HistoriesTests {

    private static final int HISTORIES = 40;
    private static final int STEPS = 45;

    @ParameterizedTest(name = "history {0}")
    @MethodSource("seeds")
    void everyEntryIsReadableOnceWhereItBelongsAndViewsAreWhatTheyWouldBeComputedAnew(long seed) {
        History history = new History(RedisServer.fresh(), seed);
        for (int step = 0; step < STEPS; step++) {
            String did = history.step();
            try {
                history.check();
            } catch (AssertionError e) {
                throw new AssertionError("Seed " + seed + ", step " + step + ", after: " + did + "\n"
                        + String.join("\n", history.log()) + "\n" + e.getMessage(), e);
            }
        }
        assertThat(history.log()).hasSize(STEPS);
    }

    static LongStream seeds() {
        Long one = Long.getLong("loper.history");
        return one == null ? LongStream.range(1, HISTORIES + 1) : LongStream.of(one);
    }
}
