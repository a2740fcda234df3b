package dev.loper.channel;

import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;

/// Where the chat hears what concerns a visitor's open windows. Called on every node, for every visitor: those without
/// a window here are ignored. Never blocks and never throws.
public interface VisitorNews {

    /// An entry on this visitor's address is new, or its state changed. Repeats are harmless.
    void entryChanged(ChannelAddress.Visitor visitor, EntryId entry);

    /// Somebody of ours begins or stops typing to this visitor.
    ///
    /// @param name as the visitor may know it
    void agentTyping(ChannelAddress.Visitor visitor, String name, Typing typing);

    /// Somebody of ours has read up to this entry.
    void agentRead(ChannelAddress.Visitor visitor, EntryId upTo);

    /// An offer they asked for, to go on elsewhere, is open no more. Repeats are harmless.
    void offerEnded(ChannelAddress.Visitor visitor, String offer);

    /// Nobody can say what was missed: open windows must begin anew.
    void restarted();
}
