package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import java.util.List;

/// The one lifelong thread of a customer.
///
/// @param homes the home threads it is made of: one, and more after a merge
public record Conversation(ConversationId id, CustomerId customer, List<HomeId> homes) {}
