package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.CalendarId;
import dev.loper.calendar.Calendars;
import dev.loper.message.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The hours of a queue by its calendar.
@Component
class CalendarHours implements QueueHours {

    private final KnownQueues queues;
    private final QueueRules rules;
    private final Calendars calendars;
    private final Clock clock;

    CalendarHours(KnownQueues queues, QueueRules rules, Calendars calendars, Clock clock) {
        this.queues = queues;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public BusinessCalendar calendar(QueueId queue) {
        return calendars.of(queues.find(queue).map(Queue::calendar).map(CalendarId::new).orElse(null));
    }

    @Override
    public Hours of(QueueId queue) {
        BusinessCalendar calendar = calendar(queue);
        Instant now = clock.instant();
        boolean open = calendar.isOpen(now);
        Optional<Instant> changes = open ? calendar.nextClosing(now) : calendar.nextOpening(now);
        return new Hours(open, changes.orElse(null));
    }

    @Override
    public QueueId expected(AccountId account, String language) {
        return rules.expected(account, language);
    }
}
