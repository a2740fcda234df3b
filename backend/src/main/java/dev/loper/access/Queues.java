package dev.loper.access;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The queues a person works in, and what they are there.
public sealed interface Queues {

    /// Every queue, also those still to be made, in all of the person's roles.
    record All() implements Queues {}

    /// These and no others.
    ///
    /// @param roles the most the person is in each queue; no more than they are at all
    record Only(Map<QueueId, Role> roles) implements Queues {

        public Only {
            roles = Map.copyOf(roles);
        }

        /// These queues, in all of the person's roles.
        public Only(Set<QueueId> queues) {
            this(queues.stream().collect(Collectors.toMap(Function.identity(), queue -> Role.SUPERVISOR)));
        }

        public Set<QueueId> queues() {
            return roles.keySet();
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
            case Only only -> only.roles().containsKey(queue);
        };
    }

    /// Whether the person may be this much in the queue.
    default boolean allow(Role role, QueueId queue) {
        return switch (this) {
            case All every -> true;
            case Only only -> {
                Role most = only.roles().get(queue);
                yield most != null && most.includes(role);
            }
        };
    }
}
