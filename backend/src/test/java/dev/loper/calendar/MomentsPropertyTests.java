package dev.loper.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is said, at whatever moment and to whatever calendar, there is an answer, and it keeps its word. The test's name is its
/// seed.
class MomentsPropertyTests {

    private static final List<String> WORDS = List.of("in", "over", "binnen", "by", "om", "voor", "at", "next",
            "volgende",
            "half", "anderhalf", "een", "a", "2", "17", "1,5", "1000000", "0", "9", "14:00", "2pm", "02:30", "9.15u",
            "uur",
            "hours", "minuten", "days", "werkdagen", "working days", "working hours", "werkuren", "weken", "today",
            "morgen",
            "overmorgen", "tomorrow", "next week", "deze week", "monday", "zondag", "vrijdagmiddag", "morgenochtend",
            "morning",
            "vanavond", "tonight", "noon", "closing", "sluitingstijd", "opening time", "december", "29 february",
            "25-12",
            "2031-05-05", "2026-11-23", "31-4", "pigs", "-", ",");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsUnderstoodIsToComeAndOpen(long seed) {
        RandomCalendar random = new RandomCalendar(seed);
        Instant now = random.moment();
        BusinessCalendar calendar = random.around(now);
        sentences(seed).forEach(words -> {
            switch (Moments.read(words, "nl", calendar, random.zone, now)) {
                case Moment.Understood(Instant from, Instant at) -> {
                    assertThat(from).as(words).isBetween(now, at);
                    assertThat(inTime(calendar, at)).as("%s: %s", words, at).isTrue();
                }
                case Moment.Closed(Instant at, Instant instead) -> {
                    assertThat(at).as(words).isAfter(now);
                    isOpen(words, calendar, now, instead);
                }
                case Moment.Past(Instant at, Instant instead) -> {
                    assertThat(at).as(words).isBeforeOrEqualTo(now);
                    isOpen(words, calendar, now, instead);
                }
                case Moment.TooFar tooFar -> assertThat(tooFar).isNotNull();
                case Moment.Unknown unknown -> assertThat(unknown).isNotNull();
            }
        });
    }

    private static Stream<String> sentences(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> random.ints(1L + random.nextInt(4), 0, WORDS.size()).mapToObj(WORDS::get).collect(
                Collectors.joining(" "))).limit(50);
    }

    private static void isOpen(String words, BusinessCalendar calendar, Instant now, @Nullable Instant instead) {
        if (instead != null) {
            assertThat(instead).as(words).isAfterOrEqualTo(now);
            assertThat(inTime(calendar, instead)).as("%s, instead %s", words, instead).isTrue();
        }
    }

    /// Open, or the very moment of closing.
    private static boolean inTime(BusinessCalendar calendar, Instant at) {
        return calendar.isOpen(at) || calendar.isOpen(at.minusNanos(1));
    }
}
