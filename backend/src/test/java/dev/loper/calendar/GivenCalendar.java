package dev.loper.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Builds calendars for tests: a closed one in Amsterdam, until told otherwise.
public final class GivenCalendar {

    private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    private final List<SpecialDay> days = new ArrayList<>();
    private ZoneId zone = ZoneId.of("Europe/Amsterdam");

    private GivenCalendar() {}

    public static GivenCalendar closed() {
        return new GivenCalendar();
    }

    /// Monday to Friday, 9:00 to 17:30.
    public static GivenCalendar office() {
        GivenCalendar office = closed();
        List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> office.open(day, "09:00-17:30"));
        return office;
    }

    public GivenCalendar in(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    /// @param spans `09:00-12:00`
    public GivenCalendar open(DayOfWeek day, String... spans) {
        week.put(day, hours(spans));
        return this;
    }

    public GivenCalendar daily(String... spans) {
        List.of(DayOfWeek.values()).forEach(day -> open(day, spans));
        return this;
    }

    public GivenCalendar on(String date, String... spans) {
        days.add(new SpecialDay(LocalDate.parse(date), "a special day", hours(spans)));
        return this;
    }

    public BusinessCalendar build() {
        return new BusinessCalendar(new CalendarId("office"), "Office", zone, week, days);
    }

    private static DayHours hours(String... spans) {
        return new DayHours(List.of(spans).stream().map(span -> span.split("-")).map(
                span -> new Span(LocalTime.parse(span[0]), LocalTime.parse(span[1]))).toList());
    }
}
