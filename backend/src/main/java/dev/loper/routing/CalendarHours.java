package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.message.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The hours of a queue by its calendar.
@Component
class CalendarHours implements QueueHours {

    private final QueueCalendars calendars;
    private final QueueRules rules;
    private final Clock clock;

    CalendarHours(QueueCalendars calendars, QueueRules rules, Clock clock) {
        this.calendars = calendars;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Hours of(QueueId queue) {
        BusinessCalendar calendar = calendars.of(queue);
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
