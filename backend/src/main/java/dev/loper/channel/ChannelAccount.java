package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;

/// One configured endpoint of a channel: a mailbox, a number, a site.
///
/// @param name    what people call it
/// @param address our address there, as customers see it
/// @param brand   the brand it speaks for
public record ChannelAccount(AccountId id, ChannelKind channel, String name, String address, String brand) {}
