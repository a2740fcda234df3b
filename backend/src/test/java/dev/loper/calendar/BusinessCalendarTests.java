package dev.loper.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessCalendarTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final BusinessCalendar office = GivenCalendar.office().on("2026-12-25").on("2026-12-24",
            "09:00-13:00").build();

    @Test
    void twoWorkingHoursOnFridayAfternoonEndOnMondayMorning() {
        assertThat(office.plus(at("2026-11-27T16:30"), Duration.ofHours(2))).contains(at("2026-11-30T10:00"));
    }

    @Test
    void aWholeDayOfWorkEndsWithTheDayAndNotWithTheNext() {
        assertThat(office.plus(at("2026-11-27T09:00"), Duration.ofMinutes(510))).contains(at("2026-11-27T17:30"));
    }

    @Test
    void noWorkAtNightEndsWhenTheDayBegins() {
        assertThat(office.plus(at("2026-11-27T03:00"), Duration.ZERO)).contains(at("2026-11-27T09:00"));
    }

    @Test
    void holidaysAndShortDaysCountAsWhatTheyAre() {
        assertThat(office.workingTime(at("2026-12-23T17:00"), at("2026-12-28T10:00"))).isEqualTo(Duration.ofMinutes(30
                + 240 + 60));
        assertThat(office.nextOpening(at("2026-12-24T12:00"))).contains(at("2026-12-28T09:00"));
        assertThat(office.nextClosing(at("2026-12-24T12:00"))).contains(at("2026-12-24T13:00"));
    }

    @Test
    void itIsOpenFromTheFirstMinuteAndNoLongerAtTheLast() {
        assertThat(office.isOpen(at("2026-11-27T09:00"))).isTrue();
        assertThat(office.isOpen(at("2026-11-27T09:00").minusNanos(1))).isFalse();
        assertThat(office.isOpen(at("2026-11-27T17:30"))).isFalse();
        assertThat(office.isOpen(at("2026-11-27T17:30").minusNanos(1))).isTrue();
    }

    @Test
    void aNightIsOneStretchAlthoughItCrossesMidnight() {
        BusinessCalendar bar = GivenCalendar.closed().open(DayOfWeek.SATURDAY, "20:00-00:00").open(DayOfWeek.SUNDAY,
                "00:00-02:00").build();

        assertThat(bar.nextClosing(at("2026-11-28T21:00"))).contains(at("2026-11-29T02:00"));
        assertThat(bar.nextOpening(at("2026-11-28T21:00"))).contains(at("2026-12-05T20:00"));
    }

    @Test
    void theNightThatLosesAnHourIsAnHourShorter() {
        BusinessCalendar always = GivenCalendar.closed().daily("00:00-00:00").build();

        assertThat(always.workingTime(at("2027-03-28T00:00"), at("2027-03-29T00:00"))).isEqualTo(Duration.ofHours(23));
        assertThat(always.workingTime(at("2026-10-25T00:00"), at("2026-10-26T00:00"))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void whoOpensInTheHourThatIsMissingOpensAfterIt() {
        BusinessCalendar early = GivenCalendar.closed().daily("02:30-04:00").build();

        assertThat(early.nextOpening(at("2027-03-28T00:00"))).contains(at("2027-03-28T03:00"));
    }

    @Test
    void theHourThatComesTwiceIsOpenTwice() {
        BusinessCalendar early = GivenCalendar.closed().daily("02:15-02:45").build();

        assertThat(early.workingTime(at("2026-10-25T00:00"), at("2026-10-26T00:00"))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whoNeverOpensSaysSo() {
        BusinessCalendar never = GivenCalendar.closed().on("2026-11-01", "09:00-17:00").build();
        Instant now = at("2026-11-27T12:00");

        assertThat(never.nextOpening(now)).isEmpty();
        assertThat(never.nextClosing(now)).isEmpty();
        assertThat(never.firstOpen(now)).isEmpty();
        assertThat(never.plus(now, Duration.ofMinutes(1))).isEmpty();
        assertThat(never.workingTime(now, at("3000-01-01T00:00"))).isZero();
    }

    @Test
    void whoNeverClosesSaysSo() {
        BusinessCalendar always = GivenCalendar.closed().daily("00:00-00:00").build();

        assertThat(always.nextClosing(at("2026-11-27T12:00"))).isEmpty();
        assertThat(always.nextOpening(at("2026-11-27T12:00"))).isEmpty();
    }

    @Test
    void moreWorkThanTwentyYearsHaveIsNoMoment() {
        assertThat(office.plus(at("2026-11-27T12:00"), Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
        assertThat(office.workingTime(at("2026-11-27T12:00"), Instant.MAX)).isPositive();
    }

    @Test
    void aFarSpecialDayIsFound() {
        BusinessCalendar once = GivenCalendar.closed().on("2034-05-05", "10:00-11:00").build();

        assertThat(once.nextOpening(at("2026-11-27T12:00"))).contains(at("2034-05-05T10:00"));
        assertThat(once.plus(at("2026-11-27T12:00"), Duration.ofHours(1))).contains(at("2034-05-05T11:00"));
    }

    @Test
    void spansThatTouchOrOverlapAreOne() {
        BusinessCalendar calendar = GivenCalendar.closed().daily("13:00-17:00", "09:00-12:00", "11:00-13:00").build();

        assertThat(calendar.hoursOn(LocalDateTime.parse("2026-11-27T00:00").toLocalDate())).isEqualTo(DayHours.of(
                new Span(LocalTime.of(9, 0), LocalTime.of(17, 0))));
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsNone() {
        assertThatThrownBy(() -> new Span(LocalTime.of(17, 0), LocalTime.of(9, 0))).isInstanceOf(
                IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }
}
