package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a channel puts what it cannot read: kept whole, so that a person can look at it and hand it in again.
public interface DeadLetters {

    /// Keeps a message that cannot be taken in, and to which its provider gave no id: the same bytes are one letter.
    default void keep(AccountId account, ChannelKind channel, byte[] raw, Map<String, String> headers, String reason) {
        keep(account, channel, null, raw, headers, reason);
    }

    /// Keeps a message that cannot be taken in, once, however often and in whatever form the provider brings it; a person
    /// who discards it need not do that again.
    ///
    /// @param providerId the provider's id of it, if it has one
    /// @param raw        the message as it came
    /// @param headers    what else is needed to take it in again
    /// @param reason     what is wrong, a sentence
    /// @throws IntakeUnavailableException if the store cannot take it now
    void keep(AccountId account, ChannelKind channel, @Nullable String providerId, byte[] raw,
            Map<String, String> headers, String reason);

    /// How one channel takes a dead letter in again. One bean per channel.
    interface Replay {

        ChannelKind channel();

        /// Parses and hands in the message once more.
        ///
        /// @param came when it came: what it says may have been true then only
        /// @throws UnreadableMessageException if it still cannot be read
        /// @throws IntakeUnavailableException if the store cannot take it now
        Intake.Receipt replay(AccountId account, Instant came, byte[] raw, Map<String, String> headers);
    }
}
