package dev.loper.push;

import dev.loper.channel.Typing;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;

/// Somebody of ours began or stopped to write an answer to a visitor, in a conversation their screen shows. Whether the
/// visitor belongs to that conversation is for the listener to look up.
///
/// @param name what the writer is called
public record AgentTyped(ConversationId conversation, ChannelAddress.Visitor visitor, String name, Typing typing) {}
