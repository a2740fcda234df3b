package dev.loper.conversation;

import dev.loper.message.EntryId;

/// What became of a change to a topic.
public sealed interface Changed {

    /// Done, and told on the timeline by this entry.
    record Done(EntryId entry) implements Changed {}

    /// It was so already.
    record Unchanged() implements Changed {}

    /// There is no such topic in this conversation.
    record NoTopic() implements Changed {}
}
