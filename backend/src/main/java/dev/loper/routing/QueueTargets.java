package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.conversation.AnswerTargets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Computes until when an answer is due in each queue, in working time of the queue's calendar.
@Component
class QueueTargets implements AnswerTargets {

    private final KnownQueues queues;
    private final QueueCalendars calendars;

    QueueTargets(KnownQueues queues, QueueCalendars calendars) {
        this.queues = queues;
        this.calendars = calendars;
    }

    @Override
    public Map<QueueId, Moments> since(Instant since) {
        return queues.all().stream().filter(queue -> !queue.targets().none()).collect(Collectors.toMap(Queue::id,
                queue -> moments(queue, since)));
    }

    private Moments moments(Queue queue, Instant since) {
        BusinessCalendar calendar = calendars.of(queue);
        ServiceTargets targets = queue.targets();
        return new Moments(due(calendar, since, targets, targets.first()),
                due(calendar, since, targets, targets.next()));
    }

    /// @return none where there is no target, or the calendar does not open for so long
    private static @Nullable Due due(BusinessCalendar calendar, Instant since, ServiceTargets targets,
            @Nullable Integer minutes) {
        if (minutes == null) {
            return null;
        }
        Optional<Instant> due = calendar.plus(since, Duration.ofMinutes(minutes));
        Optional<Instant> warn = calendar.plus(since, Duration.ofMinutes(targets.untilWarning(minutes)));
        return due.isEmpty() || warn.isEmpty() ? null : new Due(warn.get(), due.get());
    }
}
