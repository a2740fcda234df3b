package dev.loper.channel.webchat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// What is to be pushed to one window, in order, off the caller's thread: a slow browser holds up nobody but itself.
///
/// Held until the window is welcomed, so that what happens while its history is read is neither lost nor early. News of
/// one key waiting already is not told twice, since a push tells the present state.
final class ChatPushes {

    private static final int AT_MOST = 500;

    private enum State {
        HELD,
        IDLE,
        RUNNING,
        /// Too much was waiting; nothing is told any more.
        OVER
    }

    private final Executor executor;
    private final Runnable overflow;
    private final LinkedHashMap<String, Runnable> waiting = new LinkedHashMap<>();
    private State state = State.HELD;

    /// @param overflow what to do, once, when the window is too far behind
    ChatPushes(Executor executor, Runnable overflow) {
        this.executor = executor;
        this.overflow = overflow;
    }

    synchronized void offer(String key, Runnable push) {
        if (state == State.OVER) {
            return;
        }
        waiting.put(key, push);
        if (waiting.size() > AT_MOST) {
            waiting.clear();
            state = State.OVER;
            executor.execute(overflow);
        } else {
            start();
        }
    }

    /// Lets what waited, and what comes, through.
    synchronized void release() {
        state = state == State.HELD ? State.IDLE : state;
        start();
    }

    private void start() {
        if (state == State.IDLE && !waiting.isEmpty()) {
            state = State.RUNNING;
            executor.execute(this::drain);
        }
    }

    private void drain() {
        for (Runnable push = next(); push != null; push = next()) {
            push.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Map.Entry<String, Runnable> first = waiting.pollFirstEntry();
        if (first == null) {
            state = state == State.OVER ? State.OVER : State.IDLE;
            return null;
        }
        return first.getValue();
    }
}
