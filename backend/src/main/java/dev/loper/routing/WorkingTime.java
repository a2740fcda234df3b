package dev.loper.routing;

import dev.loper.access.QueueId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How long a queue was open between two moments.
@Component
class WorkingTime {

    /// Further back nothing is counted: it is long enough for anything that asks.
    private static final Duration FAR = Duration.ofDays(14);

    private final QueueCalendars calendars;

    WorkingTime(QueueCalendars calendars) {
        this.calendars = calendars;
    }

    Duration between(QueueId queue, Instant from, Instant until) {
        Instant earliest = until.minus(FAR);
        return calendars.of(queue).workingTime(from.isBefore(earliest) ? earliest : from, until);
    }
}
