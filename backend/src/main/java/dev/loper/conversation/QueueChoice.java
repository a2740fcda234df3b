package dev.loper.conversation;

import dev.loper.access.QueueId;
import dev.loper.message.ChannelMessage;
import org.jspecify.annotations.Nullable;

/// Chooses where a topic begins. The routing module provides it.
@FunctionalInterface
public interface QueueChoice {

    /// Where the message's topic begins, if it turns out to be a new one; topics that exist keep their queue.
    Route of(ChannelMessage message);

    /// @param language the topic is written in, as far as that can be told
    record Route(QueueId queue, @Nullable String language) {}
}
