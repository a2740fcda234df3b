package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What visitors say about themselves. Nothing of it is proven: a mail address becomes a claimed identity, which suggests
/// and never threads.
public interface VisitorDetails {

    /// Keeps what a visitor typed; what is absent stays as it was. A visitor who has not written yet is not a customer:
    /// then it is kept until the first message. Durable when this returns; repeats are harmless.
    ///
    /// @throws IntakeUnavailableException if the store cannot take it now
    void claim(AccountId account, ChannelAddress.Visitor visitor, Claim claim);

    /// The name the visitor gave.
    ///
    /// @throws IntakeUnavailableException if the store cannot be asked now
    Optional<String> name(ChannelAddress.Visitor visitor);

    /// @param name     up to 100 characters
    /// @param email    a well-formed address
    /// @param language `en` or `nl`, the language of the page the chat is on
    /// @param page     the address of the page it was opened on
    record Claim(@Nullable String name, ChannelAddress.@Nullable Email email, String language, @Nullable String page) {}
}
