package dev.loper.conversation;

import dev.loper.access.QueueId;
import dev.loper.message.ChannelKind;
import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A topic in which a customer waits and which nobody has, as whoever gives it away must know it.
///
/// @param channel  the customer last wrote on
/// @param language it is written in, as far as that could be told
/// @param released who put it back, if somebody did
public record WaitingTopic(TopicId id, ConversationId conversation, HomeId home, QueueId queue, Instant since,
        ChannelKind channel, @Nullable String language, @Nullable PersonId released) {

    /// Who of us answered a customer last, and when.
    public record Helper(PersonId person, Instant at) {}
}
