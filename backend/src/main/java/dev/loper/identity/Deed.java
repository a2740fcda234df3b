package dev.loper.identity;

import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
public record Deed(DeedId id, EntryId mark, Kind kind, Party from, Party to, List<HomeId> homes,
        Map<HomeId, CustomerId> origin, Map<String, Chosen> fields, Author by, Instant at,
        @Nullable Undone undone) {

    /// What was done.
    public enum Kind {
        /// `from` was joined to `to`.
        MERGE,
        /// Addresses of `from` became a customer of their own.
        DETACH
    }

    /// A customer, with the name at that time.
    public record Party(CustomerId id, String name) {}

    /// A field's value before and after; empty for none.
    public record Chosen(String was, String now) {}

    public record Undone(Author by, Instant at) {}

    Deed undoneBy(Author whoever, Instant when) {
        return new Deed(id, mark, kind, from, to, homes, origin, fields, by, at, new Undone(whoever, when));
    }
}
