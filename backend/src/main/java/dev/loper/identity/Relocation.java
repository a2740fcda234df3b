package dev.loper.identity;

import dev.loper.conversation.Entry;
import dev.loper.conversation.TopicRows;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan to take entries to other homes and topics, made from a reading; the script checks that it still holds. What was
/// promised or offered goes with the entry that told it.
///
/// @param deed     to be kept
/// @param sides    the customers it is about: whose entries go, who gets them, and others who get some back
/// @param fresh    the home that is made for what goes, with whose it is
/// @param steps    the entries that go, or only change their topic
/// @param matters  the topics that change
/// @param lent     the addresses on which the receiver may be answered where the home that is made is
/// @param begins   the record's fields of a receiver who is new
/// @param tells    the entries that tell it
/// @param back     whether it takes a deed back: what was lent for it is taken back, too
record Relocation(Deed deed, List<Whole> sides, @Nullable HomeId fresh, List<Step> steps, List<Matter> matters,
        List<String> lent, @Nullable Map<String, String> begins, List<Tell> tells, boolean back) {

    /// An entry on its way. `was` and `topic` are keys of matters.
    record Step(Entry entry, HomeId to, String was, String topic) {

        boolean leaves() {
            return !entry.home().equals(to);
        }
    }

    /// A topic that changes.
    ///
    /// @param key     its id, or a name for one that begins here
    /// @param before  whose it is now, as a place in `sides`; none of one that begins
    /// @param side    whose it will be
    /// @param home    its home afterwards
    /// @param newest  its newest entry, as it was read
    /// @param count   how many entries it has, as it was read
    /// @param row     what its row says afterwards; none: it has no message any more
    /// @param settled whether its row changes
    /// @param gone    whether it ends
    /// @param begins  how it begins
    record Matter(String key, @Nullable Integer before, int side, HomeId home, @Nullable EntryId newest, int count,
            TopicRows.@Nullable Row row, boolean settled, boolean gone, @Nullable Begin begins) {

        /// One that is there and stays.
        static Matter of(String key, int before, int side, HomeId home, List<Entry> entries) {
            return new Matter(key, before, side, home, entries.isEmpty() ? null : entries.getFirst().id(),
                    entries.size(), null, false, false, null);
        }

        static Matter begins(String key, int side, HomeId home, TopicRows.@Nullable Row row, Begin begin) {
            return new Matter(key, null, side, home, null, 0, row, row != null, false, begin);
        }

        /// What its row says when it has these entries, newest first.
        Matter with(List<Entry> entries) {
            return new Matter(key, before, side, home, newest, count, TopicRows.of(entries).orElse(null), true, false,
                    begins);
        }

        Matter ends() {
            return new Matter(key, before, side, home, newest, count, null, false, true, null);
        }
    }

    /// A topic that begins.
    ///
    /// @param like which one it is like
    /// @param ms   when it began, milliseconds since 1970
    record Begin(String like, As as, String title, long ms) {

        enum As {
            /// The other half of one.
            TWIN,
            /// An entry's own.
            PART,
            /// What is left to tell that a customer's last one went.
            TRACE
        }
    }

    /// Where it is told: in a topic, or in the newest one of a side.
    record Tell(@Nullable String topic, int side, String body) {}
}
