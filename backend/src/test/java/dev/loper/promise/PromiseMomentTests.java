package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.CalendarId;
import dev.loper.calendar.DayHours;
import dev.loper.calendar.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From when on an owner is reminded, and when the customer hears that a moment will be missed.
class PromiseMomentTests {

    private static final PromiseProperties SETTINGS = new PromiseProperties(Duration.ofMinutes(30),
            Duration.ofMinutes(10), Duration.ofDays(90), ZoneId.of("Europe/Amsterdam"), List.of(Duration.ofMinutes(15)),
            Duration.ofMinutes(1), LocalTime.of(21, 0), LocalTime.of(8, 0), 20, Duration.ofDays(90),
            Duration.ofHours(8), Duration.ofDays(30));
    /// Open on Thursday, Friday and Monday, from nine to five.
    private static final DayHours OFFICE = new DayHours(List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0))));
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(new CalendarId("c"), "c", ZoneOffset.UTC,
            Map.of(DayOfWeek.THURSDAY, OFFICE, DayOfWeek.FRIDAY, OFFICE, DayOfWeek.MONDAY, OFFICE), List.of());
    private static final Instant THURSDAY_TEN = Instant.parse("2026-06-11T10:00:00Z");

    @Test
    void itIsSoonHalfAnHourBeforeItsMomentAndToldToBeMissedTenMinutesBefore() {
        PromiseMoment moment = moment(THURSDAY_TEN, "2026-06-11T14:00:00Z");
        assertThat(moment.soon()).isEqualTo("2026-06-11T13:30:00Z");
        assertThat(moment.notice()).isEqualTo("2026-06-11T13:50:00Z");
        assertThat(moment.escalate()).isEqualTo("2026-06-11T14:15:00Z");
    }

    @Test
    void aShortOneIsSoonWhenHalfOfItsTimeHasPassed() {
        assertThat(moment(THURSDAY_TEN, "2026-06-11T10:20:00Z").soon()).isEqualTo("2026-06-11T10:10:00Z");
    }

    @Test
    void whatIsDueWhenTheDoorOpensIsSoonBeforeItClosed() {
        assertThat(moment(THURSDAY_TEN, "2026-06-15T09:10:00Z").soon()).as(
                "ten minutes on Monday, twenty on Friday").isEqualTo(
                        "2026-06-12T16:40:00Z");
        assertThat(moment(THURSDAY_TEN, "2026-06-11T20:00:00Z").soon()).as("this evening").isEqualTo(
                "2026-06-11T16:30:00Z");
    }

    @Test
    void whatIsDueAfterEverybodyWentHomeIsToldToBeMissedBeforeTheyGo() {
        assertThat(moment(THURSDAY_TEN, "2026-06-11T23:00:00Z").notice()).as("this night").isEqualTo(
                "2026-06-11T16:50:00Z");
        assertThat(moment(THURSDAY_TEN, "2026-06-14T12:00:00Z").notice()).as("on Sunday").isEqualTo(
                "2026-06-12T16:50:00Z");
        assertThat(moment(THURSDAY_TEN, "2026-06-15T09:04:00Z").notice()).as(
                "four minutes on Monday, six on Friday").isEqualTo("2026-06-12T16:54:00Z");
        assertThat(moment(THURSDAY_TEN, "2026-06-15T09:20:00Z").notice()).as("somebody is there").isEqualTo(
                "2026-06-15T09:10:00Z");
    }

    @Test
    void whatWasPromisedWhenNearlyEverybodyHadGoneIsNotToldToBeMissedAtOnce() {
        Instant nearlyFive = Instant.parse("2026-06-11T16:58:00Z");
        assertThat(moment(nearlyFive, "2026-06-11T20:00:00Z").notice()).isEqualTo("2026-06-11T19:50:00Z");
        assertThat(moment(nearlyFive, "2026-06-12T09:00:00Z").notice()).isEqualTo("2026-06-12T08:50:00Z");
    }

    @Test
    void whereNobodyIsThereInBetweenTheClockAloneCounts() {
        Instant saturday = Instant.parse("2026-06-13T10:00:00Z");
        PromiseMoment moment = moment(saturday, "2026-06-13T14:00:00Z");
        assertThat(moment.soon()).isEqualTo("2026-06-13T13:30:00Z");
        assertThat(moment.notice()).isEqualTo("2026-06-13T13:50:00Z");
    }

    private static PromiseMoment moment(Instant now, String due) {
        return PromiseMoment.of(Instant.parse(due), now, SETTINGS, CALENDAR);
    }
}
