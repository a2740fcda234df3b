package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;

/// Where a call tells which code the caller keyed in: a handover by spoken code ends here. Whoever hands out codes has
/// one such bean; without it callers are not asked for a code.
public interface SpokenCodes {

    /// Checks a code, once. A right one ends the code and links the caller's number to its customer, so it must not be
    /// asked again for a step of a call that was answered already; a repeat of the very same step, told by its
    /// arguments, should get the first answer all the same, because providers repeat their requests.
    ///
    /// Tries are counted per call, and per account over all calls; the code is never written to a log.
    ///
    /// @param account the number that was called
    /// @param call    the provider's id of the call
    /// @param caller  who calls, as the network says; a number nobody gave is no [ChannelAddress.Phone] in E.164 form
    /// @param digits  what was keyed in, as it came: it may be anything
    /// @throws IntakeUnavailableException if the store cannot be asked now
    Heard tell(AccountId account, String call, ChannelAddress caller, String digits);

    /// What a code turned out to be.
    sealed interface Heard {

        /// It was right: whose call this is, and what it is about.
        ///
        /// @param language of the customer, a language tag such as `nl`
        record Known(CustomerId customer, ConversationId conversation, TopicId topic, String language)
                implements
                    Heard {}

        /// It is not a code, or no longer one.
        ///
        /// @param triesLeft how often this call may still try, 1 at least
        record Wrong(int triesLeft) implements Heard {}

        /// This call, or the account as a whole, may not try any more; the call goes on without.
        record Exhausted() implements Heard {}
    }
}
