package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who visits the sites our chat stands on: what others need to know of it who also hear from those pages.
public interface Visitors {

    /// The chat account whose pages may send this.
    ///
    /// @param account the one a request names; null takes the first that fits
    /// @param origin  the page's `Origin`; null comes from no browser
    /// @return empty if there is none, or not for that origin
    Optional<AccountId> site(@Nullable String account, @Nullable String origin);

    /// The visitor a token of this account stands for; none if it is not one of ours.
    Optional<ChannelAddress.Visitor> known(AccountId account, @Nullable String token);

    /// A visitor nobody has seen before.
    ChannelAddress.Visitor mint();

    /// What a browser proves with that it is this visitor again, on the chat too.
    String tokenOf(AccountId account, ChannelAddress.Visitor visitor);

    /// Whether any of our sites has this origin.
    boolean ours(String origin);
}
