package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import java.util.List;

/// The one lifelong thread of a customer.
///
/// @param homes    the home threads it is made of: one for each address, and those of whoever was joined to it
/// @param revision raised whenever it gains or loses a home
public record Conversation(ConversationId id, CustomerId customer, List<HomeId> homes, long revision) {

    /// Some of the homes of a conversation, to be read only.
    public Conversation(ConversationId id, CustomerId customer, List<HomeId> homes) {
        this(id, customer, homes, 0);
    }
}
