package dev.loper.channel;

import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.List;

/// How answers leave on one channel. One bean per channel.
public interface OutboundPort {

    ChannelKind channel();

    ChannelCapabilities capabilities();

    /// The accounts of this channel that are configured here.
    List<ChannelAccount> accounts();

    /// Sends one message, once. Called after a durable mark that the attempt has begun; may take seconds.
    SendResult send(OutboundMessage message);

    /// Finds out what became of an attempt that nobody saw end: the process died, or the line broke after the request
    /// was written. Looks in the provider's log where there is one; [SendResult.Unconfirmed] where there is none.
    ///
    /// @param since when the attempt was marked, by our clock; the process that made it may be gone
    SendResult settle(OutboundMessage message, Instant since);
}
