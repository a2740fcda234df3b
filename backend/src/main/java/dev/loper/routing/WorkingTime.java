package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.calendar.CalendarId;
import dev.loper.calendar.Calendars;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// How long a queue was open between two moments.
@Component
class WorkingTime {

    /// Further back nothing is counted: it is long enough for anything that asks.
    private static final Duration FAR = Duration.ofDays(14);

    private final KnownQueues queues;
    private final Calendars calendars;

    WorkingTime(KnownQueues queues, Calendars calendars) {
        this.queues = queues;
        this.calendars = calendars;
    }

    Duration between(QueueId queue, Instant from, Instant until) {
        Instant earliest = until.minus(FAR);
        return calendars.of(queues.find(queue).map(Queue::calendar).map(CalendarId::new).orElse(null)).workingTime(
                from.isBefore(earliest) ? earliest : from, until);
    }
}
