package dev.loper.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Words for moments, said on Wednesday 25 November 2026 at 11:00 in Amsterdam to an office that is open on weekdays from 9:00 to
/// 17:30, and is closed at Christmas.
class MomentsTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String WEDNESDAY = "2026-11-25T11:00";

    private final BusinessCalendar office = GivenCalendar.office().on("2026-12-25").on("2026-12-24",
            "09:00-13:00").build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            in 2 working hours          | 2026-11-25T13:00 | 2026-11-25T13:00
            in two business hours       | 2026-11-25T13:00 | 2026-11-25T13:00
            in 8 working hours          | 2026-11-26T10:30 | 2026-11-26T10:30
            within 90 working minutes   | 2026-11-25T12:30 | 2026-11-25T12:30
            in half an hour             | 2026-11-25T11:30 | 2026-11-25T11:30
            in 1.5 hours                | 2026-11-25T12:30 | 2026-11-25T12:30
            30min                       | 2026-11-25T11:30 | 2026-11-25T11:30
            in 2 working days           | 2026-11-27T09:00 | 2026-11-27T17:30
            within 3 working days       | 2026-11-30T09:00 | 2026-11-30T17:30
            in a week                   | 2026-12-02T09:00 | 2026-12-02T17:30
            today                       | 2026-11-25T11:00 | 2026-11-25T17:30
            before closing              | 2026-11-25T11:00 | 2026-11-25T17:30
            End of day.                 | 2026-11-25T11:00 | 2026-11-25T17:30
            tomorrow                    | 2026-11-26T09:00 | 2026-11-26T17:30
            tomorrow morning            | 2026-11-26T09:00 | 2026-11-26T12:00
            tomorrow before closing     | 2026-11-26T09:00 | 2026-11-26T17:30
            this afternoon              | 2026-11-25T12:00 | 2026-11-25T17:30
            this morning                | 2026-11-25T11:00 | 2026-11-25T12:00
            the day after tomorrow      | 2026-11-27T09:00 | 2026-11-27T17:30
            tomorrow at opening time    | 2026-11-26T09:00 | 2026-11-26T09:00
            14:00                       | 2026-11-25T14:00 | 2026-11-25T14:00
            before 14.00                | 2026-11-25T14:00 | 2026-11-25T14:00
            at 2                        | 2026-11-25T14:00 | 2026-11-25T14:00
            2pm                         | 2026-11-25T14:00 | 2026-11-25T14:00
            2:30 p.m.                   | 2026-11-25T14:30 | 2026-11-25T14:30
            by 3 o'clock                | 2026-11-25T15:00 | 2026-11-25T15:00
            noon                        | 2026-11-25T12:00 | 2026-11-25T12:00
            Monday                      | 2026-11-30T09:00 | 2026-11-30T17:30
            on Monday at 10:00          | 2026-11-30T10:00 | 2026-11-30T10:00
            10:00 on Monday             | 2026-11-30T10:00 | 2026-11-30T10:00
            friday afternoon            | 2026-11-27T12:00 | 2026-11-27T17:30
            wednesday                   | 2026-12-02T09:00 | 2026-12-02T17:30
            next friday                 | 2026-12-04T09:00 | 2026-12-04T17:30
            friday next week 9:00       | 2026-12-04T09:00 | 2026-12-04T09:00
            this week                   | 2026-11-25T11:00 | 2026-11-27T17:30
            next week                   | 2026-11-30T09:00 | 2026-12-04T17:30
            1 December 10am             | 2026-12-01T10:00 | 2026-12-01T10:00
            December 1, 10:00           | 2026-12-01T10:00 | 2026-12-01T10:00
            2026-12-01 10:00            | 2026-12-01T10:00 | 2026-12-01T10:00
            4 January                   | 2027-01-04T09:00 | 2027-01-04T17:30
            24 december                 | 2026-12-24T09:00 | 2026-12-24T13:00
            Friday 27 November 09:00    | 2026-11-27T09:00 | 2026-11-27T09:00
            on Friday 27 November before 14:00 | 2026-11-27T14:00 | 2026-11-27T14:00
            Friday 27 November, by 17:30 | 2026-11-27T17:30 | 2026-11-27T17:30
            Monday 4 January 2027, 09:00 | 2027-01-04T09:00 | 2027-01-04T09:00
            27 November, Friday         | 2026-11-27T09:00 | 2026-11-27T17:30
            Friday 2026-11-27 at 09:00:00 | 2026-11-27T09:00 | 2026-11-27T09:00
            """)
    void englishWordsMeanAMoment(String words, String from, String at) {
        assertThat(read(words, "en", WEDNESDAY)).isEqualTo(expected(from, at));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            over 2 werkuren             | 2026-11-25T13:00 | 2026-11-25T13:00
            binnen twee werkuren        | 2026-11-25T13:00 | 2026-11-25T13:00
            over een half uur           | 2026-11-25T11:30 | 2026-11-25T11:30
            over anderhalf uur          | 2026-11-25T12:30 | 2026-11-25T12:30
            over 1,5 uur                | 2026-11-25T12:30 | 2026-11-25T12:30
            over 2u                     | 2026-11-25T13:00 | 2026-11-25T13:00
            over 2 werkdagen            | 2026-11-27T09:00 | 2026-11-27T17:30
            over een week               | 2026-12-02T09:00 | 2026-12-02T17:30
            vandaag                     | 2026-11-25T11:00 | 2026-11-25T17:30
            vóór sluitingstijd          | 2026-11-25T11:00 | 2026-11-25T17:30
            voor sluiting               | 2026-11-25T11:00 | 2026-11-25T17:30
            eind van de dag             | 2026-11-25T11:00 | 2026-11-25T17:30
            vanmiddag                   | 2026-11-25T12:00 | 2026-11-25T17:30
            morgen                      | 2026-11-26T09:00 | 2026-11-26T17:30
            morgenochtend               | 2026-11-26T09:00 | 2026-11-26T12:00
            morgen vroeg                | 2026-11-26T09:00 | 2026-11-26T12:00
            overmorgen                  | 2026-11-27T09:00 | 2026-11-27T17:30
            vrijdagmiddag               | 2026-11-27T12:00 | 2026-11-27T17:30
            maandag 's ochtends         | 2026-11-30T09:00 | 2026-11-30T12:00
            maandag 10:00               | 2026-11-30T10:00 | 2026-11-30T10:00
            maandag om 10 uur           | 2026-11-30T10:00 | 2026-11-30T10:00
            aanstaande maandag          | 2026-11-30T09:00 | 2026-11-30T17:30
            volgende week vrijdag       | 2026-12-04T09:00 | 2026-12-04T17:30
            volgende week               | 2026-11-30T09:00 | 2026-12-04T17:30
            uiterlijk 14.00 uur         | 2026-11-25T14:00 | 2026-11-25T14:00
            14u30                       | 2026-11-25T14:30 | 2026-11-25T14:30
            om half drie                | 2026-11-25T14:30 | 2026-11-25T14:30
            om 2 uur                    | 2026-11-25T14:00 | 2026-11-25T14:00
            1 december om 10 uur        | 2026-12-01T10:00 | 2026-12-01T10:00
            1-12-2026 10:00             | 2026-12-01T10:00 | 2026-12-01T10:00
            tomorrow morning            | 2026-11-26T09:00 | 2026-11-26T12:00
            vrijdag 27 november 09:00   | 2026-11-27T09:00 | 2026-11-27T09:00
            vrijdag 27 november vóór 14:00 uur | 2026-11-27T14:00 | 2026-11-27T14:00
            vr 27 nov 09:00             | 2026-11-27T09:00 | 2026-11-27T09:00
            """)
    void dutchWordsMeanAMoment(String words, String from, String at) {
        assertThat(read(words, "nl", WEDNESDAY)).isEqualTo(expected(from, at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "soon", "14:75", "25:00", "in 2", "in hours", "31 february", "monday tuesday",
            "2pm 3pm", "in 2 hours monday", "next", "before", "99", "13pm", "2026-13-01", "next week 14:00",
            "monday in 2 hours", "2,5", "half", "thursday 27 november 09:00", "thursday 27 november 2026",
            "next friday 27 november", "friday 27 november friday", "friday monday 30 november"})
    void otherWordsAreNoMoment(String words) {
        assertThat(read(words, "en", WEDNESDAY)).isEqualTo(new Moment.Unknown());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20:00               | 2026-11-25T20:00 | 2026-11-26T09:00
            sunday              | 2026-11-30T00:00 | 2026-11-30T17:30
            sunday 10:00        | 2026-11-29T10:00 | 2026-11-30T10:00
            sunday opening      | 2026-11-30T00:00 | 2026-11-30T09:00
            tonight             | 2026-11-26T00:00 | 2026-11-26T09:00
            in 12 hours         | 2026-11-25T23:00 | 2026-11-26T09:00
            25 december 14:00   | 2026-12-25T14:00 | 2026-12-28T14:00
            """)
    void wordsForClosedTimeSayWhenInstead(String words, String at, String instead) {
        assertThat(read(words, "en", WEDNESDAY)).isEqualTo(new Moment.Closed(at(at), at(instead)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10:00               | 2026-11-25T17:45 | 2026-11-25T10:00 | 2026-11-26T10:00
            this morning        | 2026-11-25T13:00 | 2026-11-25T12:00 | 2026-11-26T12:00
            before closing      | 2026-11-25T17:45 | 2026-11-25T17:30 | 2026-11-26T17:30
            2026-11-20 10:00    | 2026-11-25T11:00 | 2026-11-20T10:00 | 2026-11-26T10:00
            this week           | 2026-11-28T11:00 | 2026-11-27T17:30 | 2026-11-30T09:00
            Friday 20 November 10:00 | 2026-11-25T11:00 | 2026-11-20T10:00 | 2026-11-26T10:00
            """)
    void wordsForWhatIsOverSayWhenInstead(String words, String now, String at, String instead) {
        assertThat(read(words, "en", now)).isEqualTo(new Moment.Past(at(at), at(instead)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in 9999999 working hours", "2031-01-01", "in 5000 days",
            "in 90000 working days", "9999-12-31 10:00"})
    void whatIsYearsAheadIsTooFar(String words) {
        assertThat(read(words, "en", WEDNESDAY)).isEqualTo(new Moment.TooFar());
    }

    @Test
    void aCalendarThatNeverOpensHasNoMomentAndSaysSo() {
        BusinessCalendar never = GivenCalendar.closed().build();

        assertThat(Moments.read("in 2 working hours", "en", never, AMSTERDAM, at(WEDNESDAY))).isEqualTo(
                new Moment.TooFar());
        assertThat(Moments.read("in 2 working days", "en", never, AMSTERDAM, at(WEDNESDAY))).isEqualTo(
                new Moment.TooFar());
        assertThat(Moments.read("tomorrow", "en", never, AMSTERDAM, at(WEDNESDAY))).isEqualTo(new Moment.Closed(at(
                "2026-11-27T00:00"), null));
    }

    @Test
    void theMorningOfAFarCustomerIsOurAfternoon() {
        ZoneId newYork = ZoneId.of("America/New_York");

        assertThat(Moments.read("tomorrow morning", "en", office, newYork, at(WEDNESDAY))).isEqualTo(
                new Moment.Understood(at("2026-11-26T09:00"), at("2026-11-26T17:30")));
    }

    @Test
    void twoPlainHoursOverTheLostHourAreTwoHours() {
        BusinessCalendar always = GivenCalendar.closed().daily("00:00-00:00").build();
        Instant now = at("2027-03-28T01:00");

        assertThat(Moments.read("in 2 hours", "en", always, AMSTERDAM, now)).isEqualTo(new Moment.Understood(now.plus(
                Duration.ofHours(2)), at("2027-03-28T04:00")));
    }

    private Moment read(String words, String language, String now) {
        return Moments.read(words, language, office, AMSTERDAM, at(now));
    }

    private static Moment expected(String from, String at) {
        return new Moment.Understood(at(from), at(at));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }
}
