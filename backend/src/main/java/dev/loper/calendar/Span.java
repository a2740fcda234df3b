package dev.loper.calendar;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// An uninterrupted stretch of a day's opening hours, to the minute, on the wall clock.
///
/// @param from  the first minute that is open
/// @param until the first that is not; midnight means the end of the day
public record Span(LocalTime from, LocalTime until) {

    /// The whole day.
    public static final Span DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final int SECONDS_A_DAY = 24 * 60 * 60;

    /// @throws IllegalArgumentException if it does not end after it begins, or is finer than a minute
    public Span {
        if (!from.truncatedTo(ChronoUnit.MINUTES).equals(from)
                || !until.truncatedTo(ChronoUnit.MINUTES).equals(until)) {
            throw new IllegalArgumentException("Opening hours are given to the minute.");
        }
        if (from.toSecondOfDay() >= end(until)) {
            throw new IllegalArgumentException("Opening hours end after they begin: " + from + "–" + until + ".");
        }
    }

    /// Seconds from the day's beginning, to which it is open.
    int end() {
        return end(until);
    }

    private static int end(LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT) ? SECONDS_A_DAY : until.toSecondOfDay();
    }
}
