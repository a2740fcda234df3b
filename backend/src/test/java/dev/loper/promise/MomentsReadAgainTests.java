package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.GivenCalendar;
import dev.loper.calendar.Moment;
import dev.loper.calendar.MomentView;
import dev.loper.calendar.Moments;
import dev.loper.promise.PromiseSentence.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way in which Loper itself says a moment can be written where one is asked for, and means the same there. The test's name
/// is its seed.
class MomentsReadAgainTests {

    private static final List<String> ZONES = List.of("Europe/Amsterdam", "America/New_York", "America/St_Johns",
            "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
    /// As screens write moments, with the browser's names of days and months.
    private static final List<String> ON_SCREENS = List.of("EEE d MMM HH:mm", "EEEE d MMMM HH:mm", "d MMMM HH:mm");
    private static final DateTimeFormatter ASKED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMomentAsLoperSaysItIsReadAsThatMoment(long seed) {
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        BusinessCalendar always = GivenCalendar.closed().daily("00:00-00:00").in(zone.getId()).build();
        Instant now = LocalDateTime.of(2020, 1, 1, 0, 0).toInstant(ZoneOffset.UTC).plus(random.nextInt(10 * 365 * 24
                * 60), ChronoUnit.MINUTES);
        Instant due = now.plus(1L + random.nextInt(seed % 2 == 0 ? 3 * 24 * 60 : 340 * 24 * 60), ChronoUnit.MINUTES);
        for (Language language : Language.values()) {
            said(language, zone, now, due, always).forEach(words -> assertThat(wall(Moments.read(words, language.tag(),
                    always, zone, now), zone)).as("“%s”, said %s", words, now.atZone(zone)).isEqualTo(wall(due, zone)));
        }
    }

    private static Stream<String> said(Language language, ZoneId zone, Instant now, Instant due,
            BusinessCalendar calendar) {
        PromiseSentence sentence = new PromiseSentence(language, zone, now);
        ZonedDateTime there = due.atZone(zone);
        Stream<String> written = Stream.of(sentence.before(due), sentence.moment(due), sentence.inAColumn(due),
                MomentView.of(calendar, ASKED.format(there), zone.getId(), language.tag(), now).sentence());
        Locale locale = language == Language.DUTCH ? Locale.of("nl", "NL") : Locale.UK;
        return Stream.concat(written, ON_SCREENS.stream().map(
                pattern -> DateTimeFormatter.ofPattern(pattern, locale).format(there)));
    }

    private static LocalDateTime wall(Moment moment, ZoneId zone) {
        return moment instanceof Moment.Understood(Instant from, Instant at) && from.equals(at)
                ? wall(at, zone)
                : LocalDateTime.MIN;
    }

    private static LocalDateTime wall(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone);
    }
}
