package dev.loper.identity;

import dev.loper.conversation.TopicRows;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan to give homes of one conversation to another, made from a reading; the script checks that it still holds.
///
/// @param deed     to be kept
/// @param from     whose homes go
/// @param to       who gets them
/// @param link     what becomes of the joint between them
/// @param joint    on whose record the joint is kept
/// @param goes     the homes that go
/// @param origin   whom a home is of by origin from now on, where that changes
/// @param fresh    the record's fields of a `to` who is new
/// @param set      fields of `to` to be set
/// @param restore  fields of the joint's customer to be set back, unless they have changed since
/// @param twins    the topics with entries on both sides
/// @param tellFrom the entry that tells it to `from`, as it is kept; empty for none
record Rehoming(Deed deed, Whole from, Whole to, Link link, CustomerId joint, List<HomeId> goes,
        Map<HomeId, CustomerId> origin, @Nullable Map<String, String> fresh, Map<String, String> set,
        Map<String, Deed.Chosen> restore, Map<TopicId, Halves> twins, String tellFrom, String tellTo) {

    /// What becomes of the joint.
    enum Link {
        /// `from` becomes a redirect to `to`.
        JOIN,
        /// `to` is a redirect no longer.
        PART,
        NONE
    }

    /// What the two halves of a topic look like.
    ///
    /// @param twin the id of the half that begins: the script is given the keys of what hangs on it, so it is proposed
    record Halves(TopicId twin, TopicRows.Row stays, TopicRows.Row goes) {}

    List<HomeId> stays() {
        return from.homes().keySet().stream().filter(home -> !goes.contains(home)).sorted(
                java.util.Comparator.comparing(HomeId::value)).toList();
    }
}
