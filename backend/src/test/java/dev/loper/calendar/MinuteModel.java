package dev.loper.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/// The plain truth about a calendar: a look at the wall clock, every minute.
record MinuteModel(BusinessCalendar calendar) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    boolean open(Instant minute) {
        LocalDateTime wall = LocalDateTime.ofInstant(minute, calendar.zone());
        int second = wall.toLocalTime().toSecondOfDay();
        SpecialDay special = calendar.days().get(wall.toLocalDate());
        DayHours hours = special != null ? special.hours() : calendar.week().get(wall.getDayOfWeek());
        return hours != null && hours.spans().stream().anyMatch(span -> span.from().toSecondOfDay() <= second
                && (span.until().toSecondOfDay() == 0 || second < span.until().toSecondOfDay()));
    }

    /// The first minute in which it is so, having been otherwise the minute before.
    Optional<Instant> turns(Instant after, Instant limit, boolean open) {
        boolean before = open(after);
        for (Instant minute = after.plus(MINUTE); minute.isBefore(limit); minute = minute.plus(MINUTE)) {
            boolean now = open(minute);
            if (now == open && before != open) {
                return Optional.of(minute);
            }
            before = now;
        }
        return Optional.empty();
    }

    Duration workingTime(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (Instant minute = from; minute.isBefore(until); minute = minute.plus(MINUTE)) {
            sum = open(minute) ? sum.plus(MINUTE) : sum;
        }
        return sum;
    }

    /// The end of the last of so many open minutes.
    Optional<Instant> plus(Instant from, long minutes, Instant limit) {
        long left = minutes;
        for (Instant minute = from; minute.isBefore(limit); minute = minute.plus(MINUTE)) {
            left = open(minute) ? left - 1 : left;
            if (left == 0) {
                return Optional.of(minute.plus(MINUTE));
            }
        }
        return Optional.empty();
    }
}
