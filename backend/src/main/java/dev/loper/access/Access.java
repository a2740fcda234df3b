package dev.loper.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The one component that decides what a person may see and do: roles × queues.
///
/// Administrators see every queue.
@Component
public class Access {

    /// Whether the viewer may see topics of this queue, and what is said in them.
    public boolean canSee(Viewer viewer, QueueId queue) {
        return visible(viewer).contains(queue);
    }

    /// The same of somebody who is not asking.
    public boolean canSee(Person person, QueueId queue) {
        return person.active() && canSee(Viewer.of(person), queue);
    }

    /// The queues whose topics the viewer may see.
    public Queues visible(Viewer viewer) {
        if (viewer.has(Role.ADMINISTRATOR)) {
            return Queues.all();
        }
        return viewer.has(Role.AGENT) ? viewer.queues() : new Queues.Only(Set.of());
    }

    /// Whether the viewer may answer, assign, resolve and note in topics of this queue.
    public boolean canAnswer(Viewer viewer, QueueId queue) {
        return canSee(viewer, queue);
    }

    /// Whether the viewer may watch over others' work in this queue.
    public boolean canSupervise(Viewer viewer, QueueId queue) {
        return viewer.has(Role.ADMINISTRATOR)
                || viewer.has(Role.SUPERVISOR) && viewer.queues().allow(Role.SUPERVISOR, queue);
    }

    /// The same of somebody who is not asking.
    public boolean canSupervise(Person person, QueueId queue) {
        return person.active() && canSupervise(Viewer.of(person), queue);
    }

    /// The queues in which the viewer may watch over others' work.
    public Queues supervised(Viewer viewer) {
        if (viewer.has(Role.ADMINISTRATOR)) {
            return Queues.all();
        }
        if (!viewer.has(Role.SUPERVISOR)) {
            return new Queues.Only(Set.of());
        }
        return switch (viewer.queues()) {
            case Queues.All every -> every;
            case Queues.Only only -> new Queues.Only(only.queues().stream().filter(
                    queue -> only.allow(Role.SUPERVISOR, queue)).collect(Collectors.toSet()));
        };
    }

    /// Whether the viewer may watch over somebody: say that they are ill, hand their work over, set how much they take. Who
    /// looks after some queues only, looks after those who are named in one of them; whoever works in every queue, or
    /// administers, is not theirs.
    public boolean canSupervise(Viewer viewer, Person person) {
        return switch (supervised(viewer)) {
            case Queues.All every -> true;
            case Queues.Only mine -> switch (person.queues()) {
                case Queues.All every -> false;
                case Queues.Only theirs -> !person.administers() && theirs.queues().stream().anyMatch(mine::contains);
            };
        };
    }

    /// Whether the viewer may change people, channels, tokens, and read the audit.
    public boolean canAdminister(Viewer viewer) {
        return viewer.has(Role.ADMINISTRATOR);
    }
}
