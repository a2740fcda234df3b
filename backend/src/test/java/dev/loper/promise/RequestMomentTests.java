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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Until when a colleague is to answer.
class RequestMomentTests {

    /// Open on Monday and Tuesday, from nine to three.
    private static final DayHours SIX_HOURS = new DayHours(List.of(new Span(LocalTime.of(9, 0), LocalTime.of(15, 0))));
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(new CalendarId("c"), "c", ZoneOffset.UTC,
            Map.of(DayOfWeek.MONDAY, SIX_HOURS, DayOfWeek.TUESDAY, SIX_HOURS), List.of());
    private static final Instant MONDAY_NINE = Instant.parse("2026-06-01T09:00:00Z");

    @Test
    void twoThirdsOfTheWorkingTimeAreTheirs() {
        RequestMoment moment = RequestMoment.before(at(6), MONDAY_NINE, CALENDAR);
        assertThat(moment).isEqualTo(new RequestMoment(at(4), at(2)));
    }

    @Test
    void theNightIsNobodysTime() {
        RequestMoment moment = RequestMoment.before(at(27), MONDAY_NINE, CALENDAR);
        assertThat(moment).isEqualTo(new RequestMoment(at(6), at(3)));
    }

    @Test
    void whereNobodyWorksTheTimeItselfIsDivided() {
        RequestMoment moment = RequestMoment.before(at(10), at(7), CALENDAR);
        assertThat(moment).isEqualTo(new RequestMoment(at(9), at(8)));
    }

    @Test
    void forALatePromiseThereIsHalfAnHourOfWorkingTimeAndAReminderHalfWay() {
        assertThat(RequestMoment.before(at(1), at(2), CALENDAR)).isEqualTo(new RequestMoment(at(2).plus(
                Duration.ofMinutes(30)), at(2).plus(Duration.ofMinutes(15))));
        assertThat(RequestMoment.before(at(5), at(6), CALENDAR).due()).isEqualTo(at(24).plus(Duration.ofMinutes(30)));
    }

    @Test
    void itIsNeverAfterThePromise() {
        for (int minutes = 1; minutes < 3000; minutes += 7) {
            Instant promised = MONDAY_NINE.plus(Duration.ofMinutes(minutes));
            RequestMoment moment = RequestMoment.before(promised, MONDAY_NINE, CALENDAR);
            assertThat(moment.due()).isBeforeOrEqualTo(promised);
            assertThat(moment.remind()).isBeforeOrEqualTo(moment.due());
        }
    }

    private static Instant at(int hours) {
        return MONDAY_NINE.plus(Duration.ofHours(hours));
    }
}
