package dev.loper.push;

import dev.loper.feed.Cursor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is on its way to one screen.
///
/// Frames leave one after the other, from a thread of their own, so that a slow screen delays no other. What comes
/// while one is leaving goes in the next one together, and of several states of one thing only the last. A screen for
/// which too much gathers loses its line; its cursor recovers what it missed.
final class Outbox {

    /// Where frames leave.
    interface Line {

        void send(String frame) throws IOException;

        void close();
    }

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final Line line;
    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private int size;
    private long watch;
    private @Nullable Cursor cursor;
    private @Nullable Pulse pulse;
    private boolean reload;
    private boolean leaving;
    private boolean closed;

    /// @param limit characters that may gather
    Outbox(Line line, int limit) {
        this.line = line;
        this.limit = limit;
    }

    /// Adds changes that bring the screen to a cursor.
    void add(List<News> news, Cursor upTo, long request) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (!reload) {
                news.forEach(this::keep);
            }
            go(upTo, request);
        } finally {
            lock.unlock();
        }
        if (size > limit) {
            log.info("A screen cannot keep up: {} characters wait for it. Its line is closed.", size);
            close();
        }
    }

    /// Adds how the store stands; of several words on that only the last leaves.
    void beat(Pulse now, Cursor upTo, long request) {
        lock.lock();
        try {
            if (!closed) {
                pulse = now;
                go(upTo, request);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Puts the order to load everything anew in the place of all that waits; what comes before it leaves is in what
    /// will be loaded.
    void reload(Cursor from, long request) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            changes.clear();
            size = 0;
            reload = true;
            go(from, request);
        } finally {
            lock.unlock();
        }
    }

    /// Nothing leaves any more.
    void close() {
        lock.lock();
        try {
            closed = true;
            changes.clear();
            size = 0;
            cursor = null;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("screen-close").start(line::close);
    }

    /// What is newer stands behind what was there, as it came.
    private void keep(News news) {
        String older = changes.remove(news.about());
        changes.put(news.about(), news.json());
        size += news.json().length() - (older == null ? 0 : older.length());
    }

    private void go(Cursor upTo, long request) {
        cursor = upTo;
        watch = request;
        if (!leaving) {
            leaving = true;
            Thread.ofVirtual().name("screen").start(this::leave);
        }
    }

    private void leave() {
        try {
            for (String frame = next(); frame != null; frame = next()) {
                line.send(frame);
            }
        } catch (IOException | RuntimeException e) {
            log.debug("A screen is gone.", e);
            close();
        }
    }

    private @Nullable String next() {
        lock.lock();
        try {
            if (cursor == null) {
                leaving = false;
                return null;
            }
            String frame = PushJson.frame(cursor, watch, reload, pulse, changes.values());
            changes.clear();
            size = 0;
            cursor = null;
            pulse = null;
            reload = false;
            return frame;
        } finally {
            lock.unlock();
        }
    }
}
