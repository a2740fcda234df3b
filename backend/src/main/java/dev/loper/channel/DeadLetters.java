package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.Map;

/// Where a channel puts what it cannot read: kept whole, so that a person can look at it and hand it in again.
public interface DeadLetters {

    /// Keeps a message that cannot be taken in.
    ///
    /// @param raw     the message as it came
    /// @param headers what else is needed to take it in again
    /// @param reason  what is wrong, a sentence
    /// @throws IntakeUnavailableException if the store cannot take it now
    void keep(AccountId account, ChannelKind channel, byte[] raw, Map<String, String> headers, String reason);

    /// How one channel takes a dead letter in again. One bean per channel.
    interface Replay {

        ChannelKind channel();

        /// Parses and hands in the message once more.
        ///
        /// @throws UnreadableMessageException if it still cannot be read
        /// @throws IntakeUnavailableException if the store cannot take it now
        Intake.Receipt replay(AccountId account, byte[] raw, Map<String, String> headers);
    }
}
