package dev.loper.promise;

import dev.loper.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/// Until when a colleague is to answer, so that there is still time to keep the promise, if one depends on it.
///
/// @param due    as whoever asks says; else two thirds of the working time that is left until the promise's moment, or half an hour of
///     it where that has passed
/// @param remind when they are reminded: half way
record RequestMoment(Instant due, Instant remind) {

    private static final int THIRDS = 3;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration FOR_A_LATE_ONE = Duration.ofMinutes(30);

    /// A moment somebody named.
    static RequestMoment until(Instant due, Instant now, BusinessCalendar calendar) {
        Duration half = calendar.workingTime(now, due).dividedBy(2);
        Instant between = now.plus(Duration.between(now, due).dividedBy(2));
        return new RequestMoment(due, half.isZero()
                ? between
                : calendar.plus(now, half).filter(at -> at.isBefore(due)).orElse(between));
    }

    /// Where hardly any working time is left, the time itself is divided.
    static RequestMoment before(Instant promised, Instant now, BusinessCalendar calendar) {
        if (!promised.isAfter(now)) {
            return until(calendar.plus(now, FOR_A_LATE_ONE).orElse(now.plus(FOR_A_LATE_ONE)), now, calendar);
        }
        Duration working = calendar.workingTime(now, promised);
        if (working.compareTo(SHORTEST.multipliedBy(THIRDS)) < 0) {
            Duration third = Duration.between(now, promised).dividedBy(THIRDS);
            return new RequestMoment(now.plus(third.multipliedBy(2)), now.plus(third));
        }
        Duration third = working.dividedBy(THIRDS);
        Instant due = calendar.plus(now, third.multipliedBy(2)).filter(at -> at.isBefore(promised)).orElse(promised);
        return new RequestMoment(due, calendar.plus(now, third).filter(at -> at.isBefore(due)).orElse(due));
    }
}
