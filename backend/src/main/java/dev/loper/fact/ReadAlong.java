package dev.loper.fact;

import dev.loper.conversation.Entry;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import java.util.List;
import java.util.Map;

/// Looks for something else in the entries in which facts are looked for, so that each is read once. Reading one again, which
/// happens, has to change nothing.
@FunctionalInterface
public interface ReadAlong {

    /// @param of the conversation of each entry
    void read(List<Entry> entries, Map<EntryId, ConversationId> of);
}
