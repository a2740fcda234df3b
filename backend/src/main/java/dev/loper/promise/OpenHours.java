package dev.loper.promise;

import dev.loper.access.QueueId;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.routing.QueueCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// When we are there between now and a moment, for a ruler that shows it.
@Component
class OpenHours {

    /// More than can be told apart on one line.
    private static final int MOST = 15;

    private final QueueCalendars calendars;

    OpenHours(QueueCalendars calendars) {
        this.calendars = calendars;
    }

    record Span(Instant from, Instant to) {}

    /// The open hours of a queue from a moment until a little past another, the earliest first; 15 stretches at the most.
    List<Span> between(QueueId queue, Instant from, Instant until) {
        Instant end = until.plus(Duration.between(from, until).dividedBy(4)).plus(Duration.ofHours(1));
        BusinessCalendar calendar = calendars.of(queue);
        List<Span> spans = new ArrayList<>();
        Optional<Instant> opens = calendar.firstOpen(from);
        while (opens.isPresent() && opens.get().isBefore(end) && spans.size() < MOST) {
            Instant begins = opens.get();
            Instant closes = calendar.nextClosing(begins).orElse(end);
            spans.add(new Span(begins, closes));
            opens = calendar.firstOpen(closes);
        }
        return spans;
    }
}
