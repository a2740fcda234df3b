package dev.loper.conversation;

import dev.loper.message.EntryId;

/// What became of an imported message.
public sealed interface ImportResult {

    EntryId entry();

    /// It is in its conversation.
    record Stored(EntryId entry) implements ImportResult {}

    /// It was there already; the answer is the first one's.
    record Repeat(EntryId entry) implements ImportResult {}
}
