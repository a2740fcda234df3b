package dev.loper.calendar;

import dev.loper.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A calendar as it is written down, in the API and in the store.
///
/// @param name what people call it
/// @param zone an IANA zone
/// @param days the days that differ from their weekday
record CalendarForm(@NotBlank @Size(max = 80) String name, @NotBlank @Size(max = 60) String zone,
        @NotNull @Valid Week week, @NotNull @Size(max = 1000) List<@NotNull @Valid Day> days) {

    /// The spans of each weekday; none: closed.
    record Week(@NotNull @Size(max = 10) List<@NotNull @Valid Hours> monday,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> tuesday,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> wednesday,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> thursday,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> friday,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> saturday,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> sunday) {

        private List<List<Hours>> inOrder() {
            return List.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday);
        }
    }

    /// A day that differs. @param hours its spans; none: closed
    record Day(@NotNull LocalDate date, @NotNull @Size(max = 80) String name,
            @NotNull @Size(max = 10) List<@NotNull @Valid Hours> hours) {}

    /// A span of a day, on the wall clock. @param until `24:00` for the end of the day
    record Hours(@NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "is a time like 09:00") String from,
            @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00", message = "is a time like 17:30, or 24:00") String until) {

        static final String END = "24:00";
    }

    static CalendarForm of(BusinessCalendar calendar) {
        List<List<Hours>> week = List.of(DayOfWeek.values()).stream().map(day -> hours(calendar.week().getOrDefault(day,
                DayHours.CLOSED))).toList();
        return new CalendarForm(calendar.name(), calendar.zone().getId(),
                new Week(week.get(0), week.get(1), week.get(2),
                        week.get(3), week.get(4), week.get(5), week.get(6)),
                calendar.days().values().stream().map(
                        day -> new Day(day.date(), day.name(), hours(day.hours()))).toList());
    }

    /// @throws ProblemException that names what is wrong
    BusinessCalendar calendar(CalendarId id) {
        Map<DayOfWeek, DayHours> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, hours("week", week.inOrder().get(day.ordinal())));
        }
        if (days.stream().map(Day::date).distinct().count() < days.size()) {
            throw ProblemException.field("invalid", "days", "A date is there twice. Put its hours into one.");
        }
        return new BusinessCalendar(id, name.strip(), zoneId(), hours,
                days.stream().map(day -> new SpecialDay(day.date(),
                        day.name().strip(), hours("days", day.hours()))).toList());
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw ProblemException.field("unknown-zone", "zone", "There is no time zone “" + zone
                    + "”. Zones are named like Europe/Amsterdam.");
        }
    }

    private static DayHours hours(String field, List<Hours> spans) {
        try {
            return new DayHours(
                    spans.stream().map(span -> new Span(LocalTime.parse(span.from()), end(span.until()))).toList());
        } catch (IllegalArgumentException e) {
            throw ProblemException.field("invalid", field, String.valueOf(e.getMessage()));
        }
    }

    private static LocalTime end(String until) {
        return until.equals(Hours.END) ? LocalTime.MIDNIGHT : LocalTime.parse(until);
    }

    private static List<Hours> hours(DayHours day) {
        return day.spans().stream().map(span -> new Hours(span.from().toString(),
                span.until().equals(LocalTime.MIDNIGHT)
                        ? Hours.END
                        : span.until().toString())).toList();
    }
}
