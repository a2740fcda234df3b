package dev.loper.channel;

import dev.loper.message.Delivery;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How an attempt to send ended.
public sealed interface SendResult {

    /// The provider took it.
    ///
    /// @param providerId the id by which receipts and answers refer to it
    /// @param state      how far it is already known to be: [Delivery#SENT] or better
    record Sent(String providerId, Delivery state) implements SendResult {}

    /// Nothing was sent, and the same may work later.
    ///
    /// @param reason for the log and the person, a sentence
    /// @param after  how long the provider asks to wait, if it does
    record Retry(String reason, @Nullable Duration after) implements SendResult {}

    /// Nothing was sent, and trying again will not help.
    ///
    /// @param reason what happened and what to do, a sentence for the agent
    record Failed(String reason) implements SendResult {}

    /// It may or may not have been sent, and nobody can tell (yet).
    record Unconfirmed(String reason) implements SendResult {}
}
