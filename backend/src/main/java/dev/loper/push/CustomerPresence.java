package dev.loper.push;

import dev.loper.channel.Typing;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;

/// Where it is told that a customer is typing, for the screens that show their conversation. Losing one is harmless.
public interface CustomerPresence {

    /// @param name what the customer is called, if they are
    void customerTyping(ConversationId conversation, CustomerId customer, String name, Typing typing);
}
