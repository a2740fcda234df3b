package dev.loper.conversation;

import dev.loper.access.QueueId;
import java.util.List;

/// A view as one person sees it: one range of the sorted set of all views, or several that are read as one.
///
/// @param ranges as they are filed: `all`, `unassigned`, `snoozed`, `resolved`, `mine:<person>`, and the part of each that
///               is one queue's: `all@<queue>`
public record View(List<String> ranges) {

    /// A view that is one range.
    public View(String range) {
        this(List.of(range));
    }

    /// The part of a range that is one queue's.
    public static String of(String range, QueueId queue) {
        return range + "@" + queue;
    }

    /// Whether a topic that entered these ranges entered this view.
    public boolean hasAny(List<String> entered) {
        return ranges.stream().anyMatch(entered::contains);
    }
}
