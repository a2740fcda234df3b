package dev.loper.channel.webchat;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorQueues;
import dev.loper.channel.VisitorQueues.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells the open windows how it stands with their queue: when they are welcomed, and every few seconds those for whom it
/// changed. The windows of this node are looked at together, so that a thousand who wait cost a few trips to the store and
/// not a thousand.
@Component
class ChatStandings implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChatStandings.class);
    private static final long EVERY_SECONDS = 3;

    private final ChatSessions sessions;
    private final VisitorQueues queues;
    private @Nullable ScheduledExecutorService timer;

    ChatStandings(ChatSessions sessions, VisitorQueues queues) {
        this.sessions = sessions;
        this.queues = queues;
    }

    void tellAll() {
        tell(List.copyOf(sessions.all()));
    }

    /// Those who have not said hello are passed over. If the store is away they hear it at the next time.
    void tell(List<ChatSession> windows) {
        List<ChatSession> greeted = new ArrayList<>();
        List<Window> asked = new ArrayList<>();
        windows.forEach(session -> {
            ChatSession.Guest guest = session.guest();
            if (guest != null && session.isOpen()) {
                greeted.add(session);
                asked.add(new Window(session.site().id(), guest.visitor(), guest.language().wire()));
            }
        });
        if (asked.isEmpty()) {
            return;
        }
        try {
            List<VisitorQueues.Standing> standings = queues.of(asked);
            for (int i = 0; i < greeted.size(); i++) {
                greeted.get(i).stands(frame(standings.get(i)));
            }
        } catch (IntakeUnavailableException e) {
            LOG.debug("The store is away; visitors hear of their queue later.", e);
        }
    }

    private static ChatFrames.Standing frame(VisitorQueues.Standing standing) {
        return new ChatFrames.Standing(standing.open(), standing.until(), standing.before(), standing.with());
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("chat-standings").factory());
        timer.scheduleWithFixedDelay(this::guarded, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void guarded() {
        try {
            tellAll();
        } catch (RuntimeException e) {
            LOG.error("Visitors could not be told how it stands with their queue.", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
