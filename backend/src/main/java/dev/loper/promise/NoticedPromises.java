package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.VisibleConversations;
import dev.loper.reply.DraftPromise;
import dev.loper.routing.QueueCalendars;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Notices a promise in what one of us is writing, by the opening hours of the queue, so that it can be recorded.
@Component
class NoticedPromises implements DraftPromise {

    private final VisibleConversations visible;
    private final QueueCalendars calendars;
    private final Clock clock;

    NoticedPromises(VisibleConversations visible, QueueCalendars calendars, Clock clock) {
        this.visible = visible;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Optional<Noticed> in(Conversation conversation, String text, Viewer viewer) {
        BusinessCalendar calendar = calendars.of(visible.topic(conversation, null, viewer).queue());
        return new DraftPromises(calendar, calendar.zone(), clock.instant()).in(text).map(
                found -> new Noticed(found.from(), found.to(), found.words(), found.due()));
    }
}
