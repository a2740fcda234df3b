package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.View;
import dev.loper.conversation.VisibleViews;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/// Takes what a screen watches, and first gives it what it missed.
@Controller
class WatchController {

    private static final Logger log = LoggerFactory.getLogger(WatchController.class);

    /// More changes than this, or more characters, are quicker loaded anew.
    private static final int REPLAYED = 2000;
    private static final int CHARACTERS = AgentSockets.BUFFER / 2;
    private static final int ROWS = 200;

    private final Watchers watchers;
    private final Hydration hydration;
    private final Feed feed;
    private final CountsPusher counts;
    private final BoardPusher board;
    private final Topics topics;
    private final InboxItems items;
    private final VisibleViews visible;
    private final Presence presence;

    WatchController(Watchers watchers, Hydration hydration, Feed feed, CountsPusher counts, BoardPusher board,
            Topics topics, InboxItems items, VisibleViews visible, Presence presence) {
        this.watchers = watchers;
        this.hydration = hydration;
        this.feed = feed;
        this.counts = counts;
        this.board = board;
        this.topics = topics;
        this.items = items;
        this.visible = visible;
        this.presence = presence;
    }

    /// @param cursor from where it has to be told what it now watches; none where it stands, or from now if it is new
    /// @param number its own number of this request; frames say which one they follow
    record WatchRequest(Wanted watches, @Nullable String cursor, @Nullable Long number) {}

    /// @param wall whether nobody sits at this screen: a board on the wall makes nobody be here
    record Wanted(@Nullable WantedView view, @Nullable String thread, @Nullable Boolean counts,
            @Nullable Boolean people, @Nullable Boolean calls, @Nullable Boolean board, @Nullable Boolean wall,
            @Nullable Boolean promises, @Nullable Boolean occasions) {}

    record WantedView(String name, @Nullable List<String> rows) {}

    /// A socket that has not subscribed has no screen, and watches nothing.
    @MessageMapping("/watch")
    void watch(@Payload WatchRequest request, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String session,
            Principal principal) {
        watchers.find(session).ifPresent(screen -> turn(screen, request, Viewer.of(principal)));
    }

    private void turn(Watcher screen, WatchRequest request, Viewer viewer) {
        Watch watch = watch(request.watches(), viewer);
        screen.hang(Boolean.TRUE.equals(request.watches().wall()));
        screen.turn(watch, Optional.ofNullable(request.number()).orElse(0L));
        catchUp(new Look(screen, watch), request.cursor());
        if (watch.counts()) {
            counts.stale();
        }
        if (watch.board()) {
            board.stale();
        }
        if (watch.thread() != null) {
            presence.tell(screen, watch.thread());
        }
    }

    /// Reads the feed from the cursor until the screen is where the node is.
    private void catchUp(Look look, @Nullable String cursor) {
        Cursor at = cursor == null
                ? look.screen().cursor().orElseGet(feed::head)
                : Cursor.parse(cursor).orElse(Cursor.UNKNOWN);
        boolean live = false;
        while (!live) {
            Optional<List<Change>> missed = feed.since(at, REPLAYED + 1).filter(list -> list.size() <= REPLAYED);
            if (missed.isEmpty()) {
                look.screen().reload(feed.head());
                return;
            }
            List<Change> changes = missed.get();
            List<News> news = hydration.load(changes, List.of(look)).newsFor(look.viewer(),
                    look.watch(), at);
            if (news.stream().mapToInt(one -> one.json().length()).sum() > CHARACTERS) {
                look.screen().reload(feed.head());
                return;
            }
            at = changes.isEmpty() ? at : at.at(changes.getLast().sequence());
            live = look.screen().catchUp(news, at);
        }
    }

    /// Who cannot be told what they missed is not left in the belief that they know: they come back and ask again.
    @MessageExceptionHandler
    void failed(Exception cause, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String session) {
        log.warn("A screen cannot be told what it missed; its line is closed. {}", cause.getMessage());
        watchers.find(session).ifPresent(Watcher::close);
    }

    private Watch watch(Wanted wanted, Viewer viewer) {
        View view = Optional.ofNullable(wanted.view()).flatMap(found -> visible.named(found.name(), viewer)).orElse(
                null);
        Set<TopicId> rows = Optional.ofNullable(wanted.view()).map(WantedView::rows).stream().flatMap(
                Collection::stream).limit(ROWS).map(TopicId::new).collect(Collectors.toSet());
        ConversationId thread = Optional.ofNullable(wanted.thread()).map(ConversationId::new).filter(
                id -> maySee(id, viewer)).orElse(null);
        return new Watch(view, rows, thread, Boolean.TRUE.equals(wanted.counts()),
                Boolean.TRUE.equals(wanted.people()), Boolean.TRUE.equals(wanted.calls()),
                Boolean.TRUE.equals(wanted.board()), Boolean.TRUE.equals(wanted.promises()),
                Boolean.TRUE.equals(wanted.occasions()));
    }

    private boolean maySee(ConversationId conversation, Viewer viewer) {
        List<Topic> found = topics.of(conversation);
        return found.stream().anyMatch(topic -> items.canSee(viewer, topic));
    }
}
