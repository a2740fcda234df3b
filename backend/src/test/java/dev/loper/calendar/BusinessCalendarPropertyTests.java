package dev.loper.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the calendar computes is what looking at the wall clock every minute finds. The test's name is its seed.
class BusinessCalendarPropertyTests {

    private static final int SEEDS = 400;
    private static final Duration AHEAD = Duration.ofDays(10);

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itIsOpenWhenTheWallClockSaysSo(long seed) {
        Example given = Example.of(seed);

        for (int i = 0; i < 200; i++) {
            Instant minute = given.from().plus(Duration.ofMinutes(i * 67L));
            assertThat(given.calendar().isOpen(minute)).as("%s at %s", given.calendar(), minute).isEqualTo(
                    given.model().open(minute));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itOpensAndClosesWhenTheWallClockSaysSo(long seed) {
        Example given = Example.of(seed);

        assertThat(soon(given, given.calendar().nextOpening(given.from()))).as("opening of %s after %s",
                given.calendar(), given.from()).isEqualTo(given.model().turns(given.from(), given.until(), true));
        assertThat(soon(given, given.calendar().nextClosing(given.from()))).as("closing of %s after %s",
                given.calendar(), given.from()).isEqualTo(given.model().turns(given.from(), given.until(), false));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void workingTimeIsTheOpenMinutesCounted(long seed) {
        Example given = Example.of(seed);
        Instant until = given.from().plus(Duration.ofMinutes(given.minutes()));

        assertThat(given.calendar().workingTime(given.from(), until)).as("%s from %s to %s", given.calendar(),
                given.from(), until).isEqualTo(given.model().workingTime(given.from(), until));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void workingTimeIsAddedByCountingOpenMinutes(long seed) {
        Example given = Example.of(seed);
        Optional<Instant> found = given.calendar().plus(given.from(), Duration.ofMinutes(given.minutes()));

        assertThat(soon(given, found)).as("%s plus %d min from %s", given.calendar(), given.minutes(),
                given.from()).isEqualTo(soon(given, given.model().plus(given.from(), given.minutes(), given.until())));
        found.ifPresent(at -> assertThat(given.calendar().workingTime(given.from(), at)).isEqualTo(Duration.ofMinutes(
                given.minutes())));
    }

    /// What lies beyond the model's patience is not compared.
    private static Optional<Instant> soon(Example given, Optional<Instant> moment) {
        return moment.filter(given.until()::isAfter);
    }

    private record Example(BusinessCalendar calendar, MinuteModel model, Instant from, Instant until, int minutes) {

        static Example of(long seed) {
            RandomCalendar random = new RandomCalendar(seed);
            Instant from = random.moment();
            BusinessCalendar calendar = random.around(from);
            return new Example(calendar, new MinuteModel(calendar), from, from.plus(AHEAD), random.minutes(5 * 24
                    * 60));
        }
    }
}
