package dev.loper.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The one component that decides what a person may see and do: roles × queues.
///
/// A topic without a queue is everybody's. Administrators see every queue.
@Component
public class Access {

    /// Whether the viewer may see topics of this queue, and what is said in them.
    public boolean canSee(Viewer viewer, @Nullable QueueId queue) {
        return viewer.has(Role.ADMINISTRATOR)
                || viewer.has(Role.AGENT) && (queue == null || viewer.queues().contains(queue));
    }

    /// Whether the viewer may answer, assign, resolve and note in topics of this queue.
    public boolean canAnswer(Viewer viewer, @Nullable QueueId queue) {
        return canSee(viewer, queue);
    }

    /// Whether the viewer may watch over others' work in this queue.
    public boolean canSupervise(Viewer viewer, @Nullable QueueId queue) {
        return viewer.has(Role.SUPERVISOR) && canSee(viewer, queue);
    }

    /// Whether the viewer may watch over people: say that somebody is ill, hand their work over, set how much they take.
    public boolean canSupervise(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR);
    }

    /// Whether the viewer may change people, channels, tokens, and read the audit.
    public boolean canAdminister(Viewer viewer) {
        return viewer.has(Role.ADMINISTRATOR);
    }
}
