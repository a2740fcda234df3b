package dev.loper.conversation;

import dev.loper.access.QueueId;
import java.util.List;

/// Which queues there are. The routing module provides it.
@FunctionalInterface
public interface QueueList {

    /// Every queue, in the order people gave them.
    List<QueueId> ids();
}
