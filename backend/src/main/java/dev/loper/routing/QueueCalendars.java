package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.CalendarId;
import dev.loper.calendar.Calendars;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calendar a queue goes by.
@Component
public class QueueCalendars {

    private final KnownQueues queues;
    private final Calendars calendars;

    QueueCalendars(KnownQueues queues, Calendars calendars) {
        this.queues = queues;
        this.calendars = calendars;
    }

    /// @return the default one, if the queue names none or is gone
    public BusinessCalendar of(QueueId queue) {
        return of(queues.find(queue).orElse(null));
    }

    BusinessCalendar of(@Nullable Queue queue) {
        return calendars.of(Optional.ofNullable(queue).map(Queue::calendar).map(CalendarId::new).orElse(null));
    }
}
