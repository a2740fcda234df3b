package dev.loper.fact;

import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.feed.Change;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.feed.FeedFollower;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.redis.StoreUnavailableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Follows the feed for facts, on a thread of its own: neither the intake nor any screen waits for it.
///
/// How far it came is remembered, so that what was stored while no node looked is read after all. Several nodes read the same
/// entries; that changes nothing.
@Component
class FactFollower implements FeedFollower, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FactFollower.class);
    private static final int WAITING = 1000;
    private static final int CATCH_UP = 5000;

    private final FactReading reading;
    private final Timeline timeline;
    private final Feed feed;
    private final RedisFacts reads;
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>(WAITING);
    private volatile boolean running;
    /// Whether something was not read, because the store was away.
    private boolean behind;
    private @Nullable Thread thread;

    FactFollower(FactReading reading, Timeline timeline, Feed feed, RedisFacts reads) {
        this.reading = reading;
        this.timeline = timeline;
        this.feed = feed;
        this.reads = reads;
    }

    /// @param behind whether something before these may have been missed
    private record Work(List<Change> changes, Cursor head, boolean behind) {}

    @Override
    public void changed(List<Change> changes, Cursor head) {
        if (!waiting.offer(new Work(changes, head, false))) {
            waiting.clear();
            waiting.offer(new Work(List.of(), head, true));
        }
    }

    @Override
    public void restarted(Cursor head) {
        waiting.clear();
        waiting.offer(new Work(List.of(), head, true));
    }

    @Override
    public void start() {
        running = true;
        // Looking for facts is work for a processor, which a virtual thread would not share with those who answer requests.
        thread = Thread.ofPlatform().name("fact-follower").daemon().priority(Thread.MIN_PRIORITY).start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                take(waiting.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (StoreUnavailableException e) {
                behind = true;
                log.debug("Redis is away; facts are looked for later.", e);
            } catch (RuntimeException e) {
                log.error("Facts could not be looked for.", e);
            }
        }
    }

    private void take(Work work) {
        read(work.behind() || behind ? missed(work.head()) : work.changes());
        behind = false;
        reads.cursor(work.head().sequence());
    }

    private void read(List<Change> changes) {
        Map<EntryId, HomeId> entries = new LinkedHashMap<>();
        Map<EntryId, ConversationId> conversations = new LinkedHashMap<>();
        changes.forEach(change -> {
            if (change instanceof EntryChanged entry) {
                entries.put(entry.entry(), entry.home());
                conversations.put(entry.entry(), entry.conversation());
            }
        });
        if (!entries.isEmpty()) {
            timeline.find(entries).forEach(entry -> read(conversations.get(entry.id()), entry));
        }
    }

    private void read(@Nullable ConversationId conversation, Entry entry) {
        if (conversation == null) {
            return;
        }
        try {
            reading.read(conversation, entry);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The entry {} could not be read for facts.", entry.id(), e);
        }
    }

    /// What came since the last time any node looked, if the feed still has it.
    private List<Change> missed(Cursor head) {
        OptionalLong known = reads.cursor();
        if (known.isEmpty() || known.getAsLong() >= head.sequence()) {
            return List.of();
        }
        Optional<List<Change>> since = feed.since(head.at(known.getAsLong()), CATCH_UP);
        return since.orElse(List.of()).stream().filter(change -> change.sequence() <= head.sequence()).toList();
    }
}
