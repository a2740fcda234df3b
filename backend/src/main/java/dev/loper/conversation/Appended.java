package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.time.Instant;

/// What became of a customer's message.
public sealed interface Appended {

    EntryId entry();

    Instant at();

    /// It is in its conversation.
    ///
    /// @param reason which rule chose the topic: `reply-token`, `reference`, `address`, `only-open`, `reopened`, `new`
    record Stored(EntryId entry, Instant at, ConversationId conversation, TopicId topic, String reason)
            implements
                Appended {}

    /// It was there already; the answer is the first one's.
    record Repeat(EntryId entry, Instant at) implements Appended {}
}
