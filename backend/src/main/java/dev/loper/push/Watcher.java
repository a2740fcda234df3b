package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.feed.Cursor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One screen that is connected to this node.
///
/// Its cursor only goes forward, and only past changes it was sent: a lost line then costs a replay, never a change.
/// A screen that catches up is not live: it reads the feed by itself until it has come to where the node is, so that
/// nothing newer can pass what it still misses, and nothing older can come after.
final class Watcher {

    private final Viewer viewer;
    private final Outbox outbox;
    private final ReentrantLock order = new ReentrantLock();
    private volatile Watch watch = Watch.NOTHING;
    private volatile Instant lastInput;
    private volatile boolean wall;
    private long request;
    private boolean live;
    private @Nullable Cursor cursor;
    private @Nullable Cursor passed;
    private final Map<String, Push> lastSent = new HashMap<>();

    /// @param lastInput when its person last typed or clicked there, as the screen says
    Watcher(Viewer viewer, Instant lastInput, Outbox outbox) {
        this.viewer = viewer;
        this.lastInput = lastInput;
        this.outbox = outbox;
    }

    Viewer viewer() {
        return viewer;
    }

    /// Whether it hangs on a wall: then nobody is here because of it.
    boolean wall() {
        return wall;
    }

    void hang(boolean onWall) {
        this.wall = onWall;
    }

    /// When its person last typed or clicked.
    Instant lastInput() {
        return lastInput;
    }

    void input(Instant at) {
        this.lastInput = at;
    }

    Watch watch() {
        return watch;
    }

    /// How far it has followed the feed, once it has.
    Optional<Cursor> cursor() {
        order.lock();
        try {
            return Optional.ofNullable(cursor);
        } finally {
            order.unlock();
        }
    }

    /// Turns to something else. It has to catch up with that before it is live.
    void turn(Watch to, long number) {
        order.lock();
        try {
            watch = to;
            request = number;
            live = false;
            passed = null;
            lastSent.clear();
        } finally {
            order.unlock();
        }
    }

    /// Sends what it missed up to a cursor, unless it was told to load everything anew meanwhile.
    ///
    /// @return whether it is live now; if not, the node has gone further, and it has to as well
    boolean catchUp(List<News> missed, Cursor upTo) {
        order.lock();
        try {
            if (!live) {
                send(missed, upTo);
                live = passed == null || !passed.isAfter(upTo);
            }
            return live;
        } finally {
            order.unlock();
        }
    }

    /// Takes what the feed brought. If it has turned to another watch since, that one's catching up has brought it, or
    /// will.
    void follow(Watch of, Batch batch, Cursor head) {
        order.lock();
        try {
            if (of != watch) {
                return;
            }
            if (!live) {
                passed = head;
            } else if (cursor == null || head.isAfter(cursor)) {
                List<News> news = batch.newsFor(viewer, of, cursor);
                cursor = head;
                if (!news.isEmpty()) {
                    send(news, head);
                }
            }
        } finally {
            order.unlock();
        }
    }

    /// Tells it how the store stands, and how far it has come itself.
    void beat(Pulse pulse) {
        order.lock();
        try {
            if (live && cursor != null) {
                outbox.beat(pulse, cursor, request);
            }
        } finally {
            order.unlock();
        }
    }

    /// Sends what is not in the feed: presence.
    void send(List<News> beside) {
        order.lock();
        try {
            if (live && cursor != null) {
                send(beside, cursor);
            }
        } finally {
            order.unlock();
        }
    }

    /// Sends counts or a board if they are others than the last ones sent.
    void send(Push state, PushJson json) {
        order.lock();
        try {
            if (live && !state.equals(lastSent.put(state.about(), state))) {
                send(List.of(json.write(state)));
            }
        } finally {
            order.unlock();
        }
    }

    /// Tells the screen to load everything anew.
    void reload(Cursor from) {
        order.lock();
        try {
            cursor = from;
            live = true;
            outbox.reload(from, request);
        } finally {
            order.unlock();
        }
    }

    /// Cuts the line: nobody can say what it missed, so it shall come back and ask.
    void close() {
        outbox.close();
    }

    private void send(List<News> news, Cursor upTo) {
        cursor = upTo;
        outbox.add(news, upTo, request);
    }
}
