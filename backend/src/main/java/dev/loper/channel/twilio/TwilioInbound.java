package dev.loper.channel.twilio;

import dev.loper.channel.Intake;
import dev.loper.message.ChannelKind;

/// The way in of one channel: reads a webhook of its kind and hands it to the [Intake].
public interface TwilioInbound {

    ChannelKind channel();

    /// Returns only when the message is durable.
    ///
    /// @throws UnreadableWebhookException if it cannot be read
    /// @throws dev.loper.channel.IntakeUnavailableException if the store cannot take it now
    Intake.Receipt receive(TwilioWebhook webhook);
}
