package dev.loper.conversation;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds topics by what was said in them, and by whom.
public interface TopicSearch {

    /// A topic with the words that were looked for.
    ///
    /// @param said the passage they stand in, plain text; empty where it was the customer's name or address that was found
    record Hit(Topic topic, String said) {}

    /// A page of what was found, what was said last first.
    ///
    /// @param next  the cursor of the next page; none after the last
    /// @param whole whether all conversations were searched: false while the index is still being made
    record Hits(List<Hit> hits, @Nullable String next, boolean whole) {}

    /// @param words  as a person types them: each must be there, the last may be the beginning of a word, "words in quotes"
    ///               stand together, -word must not be there
    /// @param cursor the `next` of the page before, or none for the first
    /// @param limit  topics at the most
    /// @param wanted which of the topics are to be shown; the others are as if they were not there
    Hits find(String words, @Nullable String cursor, int limit, Predicate<Topic> wanted);
}
