package dev.loper.identity;

import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that was done about who is who, with what it takes to undo it.
///
/// @param mark   an entry id of that moment: entries with greater ids came since
/// @param from   whose homes went: of a merge the customer who was joined
/// @param to     who got them
/// @param homes  the homes that went
/// @param origin whom each of these homes was of by origin, where the deed changed that
/// @param fields what was chosen for `to`, and what it was chosen over
/// @param by     whoever did it
/// @param undone who undid it and when, if it was undone
/// @param move   of a move: what went
public record Deed(DeedId id, EntryId mark, Kind kind, Party from, Party to, List<HomeId> homes,
        Map<HomeId, CustomerId> origin, Map<String, Chosen> fields, Author by, Instant at,
        @Nullable Undone undone, @Nullable Move move) {

    Deed(DeedId id, EntryId mark, Kind kind, Party from, Party to, List<HomeId> homes,
            Map<HomeId, CustomerId> origin, Map<String, Chosen> fields, Author by, Instant at,
            @Nullable Undone undone) {
        this(id, mark, kind, from, to, homes, origin, fields, by, at, undone, null);
    }

    /// What was done.
    public enum Kind {
        /// `from` was joined to `to`.
        MERGE,
        /// Addresses of `from` became a customer of their own.
        DETACH,
        /// A topic of `from`, or an entry of one, was given to `to`; the home is the one it got there.
        MOVE
    }

    /// What was given to another customer.
    ///
    /// @param source  the topic that went, or of which an entry went
    /// @param whole   whether the topic went
    /// @param home    the topic's home until then
    /// @param began   the topic that began with it: the entry's own, or the one that tells that a customer's last one went
    /// @param fresh   whether the receiver began with it
    /// @param title   the topic's title, or the entry's first words
    /// @param entries what went, each with the home it left
    public record Move(TopicId source, boolean whole, HomeId home, @Nullable TopicId began, boolean fresh,
            String title, Map<EntryId, HomeId> entries) {

        /// The topic that has it where it went; none if it is told nowhere.
        Optional<TopicId> topic() {
            return whole ? Optional.of(source) : Optional.ofNullable(began);
        }
    }

    /// A customer, with the name at that time.
    public record Party(CustomerId id, String name) {}

    /// A field's value before and after; empty for none.
    public record Chosen(String was, String now) {}

    public record Undone(Author by, Instant at) {}

    Deed undoneBy(Author whoever, Instant when) {
        return new Deed(id, mark, kind, from, to, homes, origin, fields, by, at, new Undone(whoever, when), move);
    }
}
