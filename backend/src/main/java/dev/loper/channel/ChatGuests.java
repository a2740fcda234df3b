package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who visits the chat, for pages of ours that lead there.
public interface ChatGuests {

    /// A visitor nobody has seen before.
    ChannelAddress.Visitor mint();

    /// The visitor a browser's token stands for; none if it is not one of this account.
    Optional<ChannelAddress.Visitor> known(AccountId account, @Nullable String token);

    /// The token with which a browser is this visitor.
    String tokenOf(AccountId account, ChannelAddress.Visitor visitor);
}
