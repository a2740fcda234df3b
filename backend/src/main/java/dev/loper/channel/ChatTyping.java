package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;

/// Where the chat tells that a visitor is typing. Nothing of it is stored; losing one is harmless.
public interface ChatTyping {

    /// A visitor begins or stops typing. A browser that vanishes says nothing: let it expire after 6 s.
    void visitorTyping(AccountId account, ChannelAddress.Visitor visitor, Typing typing);
}
