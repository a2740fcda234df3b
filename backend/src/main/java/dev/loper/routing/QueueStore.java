package dev.loper.routing;

import dev.loper.access.QueueId;
import java.util.List;

/// Keeps the queues.
interface QueueStore {

    /// Every queue, by position and then id. The main one is always among them.
    List<Queue> all();

    /// Adds a queue, or replaces the one that has the version before this one's.
    default Saved save(Queue queue) {
        return save(List.of(queue));
    }

    /// The same with several: all of them, or none.
    Saved save(List<Queue> queues);

    /// What became of a queue that was to be kept.
    enum Saved {
        DONE,
        /// Somebody changed it meanwhile, or a new one's id is taken.
        STALE
    }

    /// @return the queue as it is kept now
    default java.util.Optional<Queue> find(QueueId id) {
        return all().stream().filter(queue -> queue.id().equals(id)).findFirst();
    }
}
