package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.conversation.QueueList;
import dev.loper.redis.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The queues as this node knows them: read again after a second, because every message asks for them.
@Component
public class KnownQueues implements QueueList {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Read(List<Queue> queues, Instant at) {}

    private final QueueStore store;
    private final Clock clock;
    private volatile @Nullable Read last;

    KnownQueues(QueueStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Every queue, in the order people gave them. The main one is always among them.
    public List<Queue> all() {
        Read known = last;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(FRESH)) && !now.isBefore(known.at())) {
            return known.queues();
        }
        try {
            known = new Read(store.all(), now);
            last = known;
            return known.queues();
        } catch (StoreUnavailableException e) {
            if (known == null) {
                throw e;
            }
            return known.queues();
        }
    }

    @Override
    public List<QueueId> ids() {
        return all().stream().map(Queue::id).toList();
    }

    public Optional<Queue> find(QueueId id) {
        return all().stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    /// One was changed here.
    void forget() {
        last = null;
    }
}
