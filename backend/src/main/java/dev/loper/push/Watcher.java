package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.feed.Cursor;
import dev.loper.push.Push.Frame;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One screen that is connected to this node.
///
/// Its cursor only goes forward, and only past changes it was sent: a lost connection then costs a replay, never a
/// change.
final class Watcher {

    private final Viewer viewer;
    private final Consumer<Frame> line;
    private final ReentrantLock order = new ReentrantLock();
    private volatile Instant lastInput;
    private volatile Watch watch = Watch.NOTHING;
    private @Nullable Cursor cursor;
    private Push.@Nullable CountsPush lastCounts;

    Watcher(Viewer viewer, Instant opened, Consumer<Frame> line) {
        this.viewer = viewer;
        this.lastInput = opened;
        this.line = line;
    }

    Viewer viewer() {
        return viewer;
    }

    /// When its person last typed or clicked; at first, when it was opened.
    Instant lastInput() {
        return lastInput;
    }

    void input(Instant at) {
        this.lastInput = at;
    }

    Watch watch() {
        return watch;
    }

    void watch(Watch now) {
        this.watch = now;
    }

    /// Sends changes that bring the screen to a cursor.
    void send(List<Push> changes, Cursor upTo) {
        order.lock();
        try {
            cursor = later(upTo);
            line.accept(new Frame(cursor.toString(), false, changes));
        } finally {
            order.unlock();
        }
    }

    /// Notes that nothing it watches changed up to a cursor; the next frame says so.
    void passed(Cursor upTo) {
        order.lock();
        try {
            cursor = later(upTo);
        } finally {
            order.unlock();
        }
    }

    /// Sends what is not in the feed: counts, presence, or nothing but the cursor.
    void send(List<Push> beside) {
        order.lock();
        try {
            if (cursor != null) {
                line.accept(new Frame(cursor.toString(), false, beside));
            }
        } finally {
            order.unlock();
        }
    }

    /// Sends the counts if they are others than the last ones sent.
    void send(Push.CountsPush counts) {
        if (!counts.equals(lastCounts)) {
            lastCounts = counts;
            send(List.of(counts));
        }
    }

    /// Tells the screen to load everything anew.
    void reload(Cursor from) {
        order.lock();
        try {
            cursor = from;
            line.accept(new Frame(from.toString(), true, List.of()));
        } finally {
            order.unlock();
        }
    }

    private Cursor later(Cursor upTo) {
        Cursor known = cursor;
        return known != null && known.epoch().equals(upTo.epoch()) && known.sequence() > upTo.sequence() ? known : upTo;
    }
}
