package dev.loper.channel.webchat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// Looks after open chat windows: closes those that never said hello or fell silent, pings the idle ones, and sends all
/// away when this node stops, so that they reconnect elsewhere at once.
@Component
class ChatSweep implements SmartLifecycle {

    static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
    /// Below the idle time-outs of common proxies (60 s).
    static final Duration PING_AFTER = Duration.ofSeconds(25);
    static final Duration GONE_AFTER = Duration.ofSeconds(75);
    private static final Logger LOG = LoggerFactory.getLogger(ChatSweep.class);
    private static final long EVERY_MILLIS = 500;

    private final ChatSessions sessions;
    private final Executor executor;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    ChatSweep(ChatSessions sessions, @Qualifier("chatExecutor") Executor executor, Clock clock) {
        this.sessions = sessions;
        this.executor = executor;
        this.clock = clock;
    }

    void sweep() {
        Instant now = clock.instant();
        sessions.all().forEach(session -> look(session, now));
    }

    private void look(ChatSession session, Instant now) {
        if (session.guest() == null && !now.isBefore(session.openedAt().plus(HELLO_WITHIN))) {
            close(session, CloseStatus.POLICY_VIOLATION.withReason("No hello within 10 seconds."));
        } else if (!now.isBefore(session.heardAt().plus(GONE_AFTER))) {
            close(session, CloseStatus.SESSION_NOT_RELIABLE);
        } else {
            session.pingIfDue(now);
        }
    }

    /// Closing may wait for the line; the sweep does not.
    private void close(ChatSession session, CloseStatus status) {
        executor.execute(() -> session.close(status));
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("chat-sweep").factory());
        timer.scheduleWithFixedDelay(this::guarded, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void guarded() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.error("The chat windows could not be looked after.", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
        sessions.all().forEach(session -> close(session, CloseStatus.SERVICE_RESTARTED));
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
