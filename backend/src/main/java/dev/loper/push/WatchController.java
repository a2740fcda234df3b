package dev.loper.push;

import dev.loper.access.PersonSeen;
import dev.loper.access.Viewer;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.Views.View;
import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/// Takes what a screen watches, and first gives it what it missed.
@Controller
class WatchController {

    /// More than this is quicker loaded anew.
    private static final int REPLAYED = 2000;
    private static final int ROWS = 200;

    private final Watchers watchers;
    private final Hydration hydration;
    private final Feed feed;
    private final CountsPusher counts;
    private final Topics topics;
    private final InboxItems items;
    private final Presence presence;
    private final ApplicationEventPublisher events;

    WatchController(Watchers watchers, Hydration hydration, Feed feed, CountsPusher counts, Topics topics,
            InboxItems items, Presence presence, ApplicationEventPublisher events) {
        this.watchers = watchers;
        this.hydration = hydration;
        this.feed = feed;
        this.counts = counts;
        this.topics = topics;
        this.items = items;
        this.presence = presence;
        this.events = events;
    }

    /// @param cursor how far the screen has followed the feed; none takes it from now
    record WatchRequest(Wanted watches, @Nullable String cursor) {}

    record Wanted(@Nullable WantedView view, @Nullable String thread, @Nullable Boolean counts,
            @Nullable Boolean people) {}

    record WantedView(String name, @Nullable List<String> rows) {}

    @MessageMapping("/watch")
    void watch(@Payload WatchRequest request, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String session,
            Principal principal) {
        Viewer viewer = Viewer.of(principal);
        boolean opened = watchers.find(session).isEmpty();
        Watcher screen = watchers.of(session, viewer);
        Watch watch = watch(request.watches(), viewer);
        screen.watch(watch);
        if (opened) {
            events.publishEvent(new PersonSeen(viewer.id(), screen.lastInput()));
        }
        catchUp(screen, request.cursor());
        if (watch.counts()) {
            counts.stale();
        }
        if (watch.thread() != null) {
            presence.tell(screen, watch.thread());
        }
    }

    private void catchUp(Watcher screen, @Nullable String cursor) {
        Optional<Cursor> from = Optional.ofNullable(cursor).flatMap(Cursor::parse);
        if (from.isEmpty()) {
            screen.send(List.of(), feed.head());
            return;
        }
        Optional<List<Change>> missed = feed.since(from.get(), REPLAYED + 1).filter(list -> list.size() <= REPLAYED);
        if (missed.isEmpty()) {
            screen.reload(feed.head());
            return;
        }
        List<Change> changes = missed.get();
        Cursor upTo = changes.isEmpty() ? from.get() : from.get().at(changes.getLast().sequence());
        screen.send(hydration.load(changes, List.of(screen)).pushesFor(screen.viewer(), screen.watch()), upTo);
    }

    private Watch watch(Wanted wanted, Viewer viewer) {
        View view = Optional.ofNullable(wanted.view()).flatMap(found -> View.named(found.name(), viewer.id())).orElse(
                null);
        Set<TopicId> rows = Optional.ofNullable(wanted.view()).map(WantedView::rows).stream().flatMap(
                Collection::stream).limit(ROWS).map(TopicId::new).collect(Collectors.toSet());
        ConversationId thread = Optional.ofNullable(wanted.thread()).map(ConversationId::new).filter(
                id -> maySee(id, viewer)).orElse(null);
        return new Watch(view, rows, thread, Boolean.TRUE.equals(wanted.counts()),
                Boolean.TRUE.equals(wanted.people()));
    }

    private boolean maySee(ConversationId conversation, Viewer viewer) {
        List<Topic> found = topics.of(conversation);
        return found.stream().anyMatch(topic -> items.canSee(viewer, topic));
    }
}
