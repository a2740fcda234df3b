package dev.loper.channel.whatsapp;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.channel.twilio.TwilioAccount;
import dev.loper.channel.twilio.TwilioAccounts;
import dev.loper.channel.twilio.TwilioSender;
import dev.loper.message.ChannelAddress.WhatsApp;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/// The way out of a WhatsApp message.
@Component
class WhatsAppOutbound implements OutboundPort {

    /// Twilio takes 1,600 characters and one file of 16 MB. Free text goes only within 24 hours of the customer's last
    /// message, so we cannot write first.
    ///
    /// See https://www.twilio.com/docs/whatsapp/key-concepts
    private static final ChannelCapabilities CAPABILITIES = new ChannelCapabilities("whatsapp", 1600, 16L * 1024
            * 1024, 1, false, false, Duration.ofHours(24), false,
            Set.of(Delivery.SENT, Delivery.DELIVERED,
                    Delivery.READ));

    private final TwilioAccounts accounts;
    private final TwilioSender sender;

    WhatsAppOutbound(TwilioAccounts accounts, TwilioSender sender) {
        this.accounts = accounts;
        this.sender = sender;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.WHATSAPP;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<ChannelAccount> accounts() {
        return accounts.of(ChannelKind.WHATSAPP).stream().map(TwilioAccount::describe).toList();
    }

    @Override
    public SendResult send(OutboundMessage message) {
        return message.attachments().size() > CAPABILITIES.maxAttachments()
                ? new SendResult.Failed(
                        "WhatsApp takes one file in a message: send the others in messages of their own.")
                : withUser(message, sender::send);
    }

    @Override
    public SendResult settle(OutboundMessage message, Instant since) {
        return withUser(message, (answer, to) -> sender.settle(answer, to, since));
    }

    private static SendResult withUser(OutboundMessage message, BiFunction<OutboundMessage, String, SendResult> act) {
        return message.to() instanceof WhatsApp user
                ? act.apply(message, WhatsAppUsers.recipient(user))
                : new SendResult.Failed("This is not a WhatsApp user: answer on another channel.");
    }
}
