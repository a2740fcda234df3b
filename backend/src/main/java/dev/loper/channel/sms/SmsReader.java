package dev.loper.channel.sms;

import dev.loper.channel.twilio.TwilioForm;
import dev.loper.channel.twilio.TwilioMedia;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelAddress.Phone;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads a text message from its webhook.
///
/// See https://www.twilio.com/docs/messaging/guides/webhook-request
@Component
class SmsReader {

    private final TwilioMedia media;

    SmsReader(TwilioMedia media) {
        this.media = media;
    }

    /// @throws dev.loper.channel.twilio.UnreadableWebhookException if it lacks what every message has
    ChannelMessage read(TwilioWebhook webhook) {
        TwilioForm form = webhook.form();
        Phone from = SmsNumbers.read(form.require("From"));
        return new ChannelMessage(webhook.account().id(), ChannelKind.SMS, form.require("MessageSid"), from, "",
                Level.OBSERVED, List.of(form.require("To")), List.of(), webhook.sentAt(), null, form.get("Body"), null,
                null, media.fetch(webhook), ThreadingHints.NONE, !SmsNumbers.isPerson(from));
    }
}
