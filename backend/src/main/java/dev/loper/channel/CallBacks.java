package dev.loper.channel;

import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import java.util.Optional;

/// Customers who ask to be called.
public interface CallBacks {

    /// The number that somebody typed, as it is dialled; empty if it is none, or one that nobody calls from here.
    Optional<ChannelAddress.Phone> number(String typed);

    /// Somebody asks to be called, in a message that was stored. Repeats are harmless.
    ///
    /// @param number where; nothing proves that it is theirs
    /// @throws IntakeUnavailableException if the store cannot take it now
    void ask(ChannelAddress.Visitor visitor, EntryId message, ChannelAddress.Phone number);
}
