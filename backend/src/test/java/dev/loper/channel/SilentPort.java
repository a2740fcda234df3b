package dev.loper.channel;

import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.List;

/// A way out of some accounts on which nothing is sent.
public record SilentPort(ChannelKind channel, ChannelCapabilities capabilities, List<ChannelAccount> accounts)
        implements
            OutboundPort {

    /// Text messages.
    public static SilentPort texts(ChannelAccount... accounts) {
        return new SilentPort(ChannelKind.SMS, ChannelCapabilities.spoken("phone"), List.of(accounts));
    }

    @Override
    public SendResult send(OutboundMessage message) {
        throw new IllegalStateException("Nothing is sent here.");
    }

    @Override
    public SendResult settle(OutboundMessage message, Instant since) {
        throw new IllegalStateException("Nothing is sent here.");
    }
}
