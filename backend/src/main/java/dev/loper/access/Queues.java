package dev.loper.access;

import java.util.Set;

/// The queues a person works in.
public sealed interface Queues {

    /// Every queue, also those still to be made.
    record All() implements Queues {}

    /// These and no others.
    record Only(Set<QueueId> queues) implements Queues {

        public Only {
            queues = Set.copyOf(queues);
        }
    }

    /// Every queue.
    static Queues all() {
        return new All();
    }

    /// Whether the queue is one of them.
    default boolean contains(QueueId queue) {
        return switch (this) {
            case All every -> true;
            case Only only -> only.queues().contains(queue);
        };
    }
}
