package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The home thread of a chat visitor, as the store has it.
///
/// It gives whatever that thread holds; the chat decides which of it is the visitor's own to see. A visitor who never
/// wrote has no thread: an empty page.
public interface VisitorTimeline {

    /// One page, newest first.
    ///
    /// @param before only entries older than this one; none for the newest
    /// @param limit  entries at the most, 1–200
    /// @throws IntakeUnavailableException if the store cannot be asked now
    Page page(ChannelAddress.Visitor visitor, @Nullable EntryId before, int limit);

    /// One entry, if it is in this visitor's home thread.
    ///
    /// @throws IntakeUnavailableException if the store cannot be asked now
    Optional<Item> entry(ChannelAddress.Visitor visitor, EntryId entry);

    /// Up to where somebody of ours has read what this visitor wrote; none while nobody has, or if it is long ago.
    ///
    /// @throws IntakeUnavailableException if the store cannot be asked now
    Optional<EntryId> readUpTo(ChannelAddress.Visitor visitor);

    /// @param more whether there are older ones
    record Page(List<Item> items, boolean more) {}

    /// An entry in its present state.
    ///
    /// @param channel    none for notes and system entries
    /// @param account    as above
    /// @param address    the customer's address: the sender of a message in, the receiver of a message out
    /// @param providerId the id it came in under, in full
    /// @param delivery   of a message out
    /// @param shown      whether its topic was proven to be this visitor's: it is theirs to read, wherever it was written
    record Item(EntryId id, Type type, @Nullable ChannelKind channel, @Nullable AccountId account,
            @Nullable ChannelAddress address, @Nullable String providerId, Author author, String text, Instant at,
            List<Attachment> attachments, @Nullable Delivery delivery, boolean shown, @Nullable Promised promised,
            @Nullable Offered offered) {

        public Item(EntryId id, Type type, @Nullable ChannelKind channel, @Nullable AccountId account,
                @Nullable ChannelAddress address, @Nullable String providerId, Author author, String text, Instant at,
                List<Attachment> attachments, @Nullable Delivery delivery, @Nullable Promised promised) {
            this(id, type, channel, account, address, providerId, author, text, at, attachments, delivery, false,
                    promised, null);
        }
    }

    /// How a promise stands that an entry says.
    ///
    /// @param state `open`, `due-soon`, `late`, `kept`, `kept-late` or `released`
    /// @param says  how it stands in the visitor's language, where its moment is named no more
    record Promised(String state, Instant due, @Nullable String says) {}

    /// A handover that an entry offers, and that is still open.
    record Offered(String id, Instant until) {}

    /// What an entry is.
    enum Type {
        MESSAGE,
        NOTE,
        /// What became of a promise.
        PROMISE,
        SYSTEM
    }
}
