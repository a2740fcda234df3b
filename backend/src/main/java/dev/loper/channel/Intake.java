package dev.loper.channel;

import dev.loper.message.ChannelMessage;
import dev.loper.message.EntryId;
import java.time.Instant;

/// Where every channel hands in its messages. Returns only when the message is durable: acknowledge the provider after
/// it, never before.
public interface Intake {

    /// Stores a message in its customer's conversation, once.
    ///
    /// @throws IntakeUnavailableException if the store cannot take it now: refuse, so that the provider repeats it
    Receipt accept(ChannelMessage message);

    /// What became of a message.
    ///
    /// @param entry  the entry it is
    /// @param at     when it was stored
    /// @param repeat whether it had come before; the answer is the first one's
    record Receipt(EntryId entry, Instant at, boolean repeat) {}
}
