/// The ports between Loper and its channels, and nothing else.
///
/// A channel is one package below this one: it turns what comes in into a [dev.loper.message.ChannelMessage], hands it
/// to the [Intake], and sends what [OutboundPort] gives it. Channels never know each other, and nobody knows a channel.
@NullMarked
package dev.loper.channel;

import org.jspecify.annotations.NullMarked;
