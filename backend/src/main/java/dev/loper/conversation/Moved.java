package dev.loper.conversation;

import dev.loper.message.TopicId;

/// What became of moving an entry.
public sealed interface Moved {

    record Done(TopicId from, TopicId to) implements Moved {}

    /// It is in that topic already.
    record Unchanged(TopicId topic) implements Moved {}

    /// There is no such entry, or no such topic, in this conversation.
    record NotFound() implements Moved {}
}
