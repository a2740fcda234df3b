package dev.loper.conversation;

import dev.loper.message.EntryId;

/// What became of giving a topic to somebody.
public sealed interface Assigned {

    /// It is theirs, and told on the timeline by this entry.
    record Done(EntryId entry) implements Assigned {}

    /// It does not wait there any more: somebody took, answered, moved or resolved it.
    record Gone() implements Assigned {}

    /// They went away, or are busy now.
    record Away() implements Assigned {}

    /// They have as many topics of its channel as they take.
    record Full() implements Assigned {}
}
