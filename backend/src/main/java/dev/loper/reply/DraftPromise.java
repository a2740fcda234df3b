package dev.loper.reply;

import dev.loper.access.Viewer;
import dev.loper.conversation.Conversation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Notices, in what one of us is writing, words that promise something: “I'll get back to you tomorrow.” Without one, nothing
/// is noticed.
public interface DraftPromise {

    /// Asked while somebody types: it answers within milliseconds, and changes nothing.
    Optional<Noticed> in(Conversation conversation, String text, Viewer viewer);

    /// Words that promise something.
    ///
    /// @param from  where they begin, in UTF-16 units
    /// @param to    where they end
    /// @param words the words
    /// @param dueAt the moment they name, if it can be told
    record Noticed(int from, int to, String words, @Nullable Instant dueAt) {}
}
