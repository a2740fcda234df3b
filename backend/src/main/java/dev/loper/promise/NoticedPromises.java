package dev.loper.promise;

import dev.loper.access.Viewer;
import dev.loper.calendar.BusinessCalendar;
import dev.loper.calendar.Calendars;
import dev.loper.conversation.Conversation;
import dev.loper.reply.DraftPromise;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Notices a promise in what one of us is writing, by the opening hours of the house, so that it can be recorded.
@Component
class NoticedPromises implements DraftPromise {

    private final Calendars calendars;
    private final Clock clock;

    NoticedPromises(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Optional<Noticed> in(Conversation conversation, String text, Viewer viewer) {
        BusinessCalendar calendar = calendars.defaultCalendar();
        return new DraftPromises(calendar, calendar.zone(), clock.instant()).in(text).map(
                found -> new Noticed(found.from(), found.to(), found.words(), found.due()));
    }
}
