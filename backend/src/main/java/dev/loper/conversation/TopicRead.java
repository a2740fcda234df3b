package dev.loper.conversation;

import dev.loper.message.EntryId;

/// Somebody of ours has seen a topic up to and including an entry.
public record TopicRead(Conversation conversation, Topic topic, EntryId upTo) {}
