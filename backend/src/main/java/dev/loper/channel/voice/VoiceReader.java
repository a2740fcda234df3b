package dev.loper.channel.voice;

import dev.loper.channel.twilio.TwilioForm;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelAddress.Phone;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads a call from any of its webhooks: each says who calls whom. Nothing has been said yet, so it has no words but a title.
///
/// See https://www.twilio.com/docs/voice/twiml#request-parameters
@Component
class VoiceReader {

    /// What a topic is called that begins with a call.
    private static String title(TwilioWebhook webhook) {
        return VoiceWords.in(null, webhook.account().voice().language()).say("title");
    }

    /// @throws dev.loper.channel.twilio.UnreadableWebhookException if it lacks what every call has
    ChannelMessage read(TwilioWebhook webhook) {
        TwilioForm form = webhook.form();
        String call = form.require("CallSid");
        Phone from = VoiceNumbers.read(form.require("From"), call);
        return new ChannelMessage(webhook.account().id(), ChannelKind.VOICE, call, from, form.get("CallerName"),
                VoiceNumbers.isKnown(from) ? Level.OBSERVED : Level.CLAIMED, List.of(form.require("To")), List.of(),
                webhook.sentAt(), title(webhook), "", null, null, List.of(), ThreadingHints.NONE, false);
    }
}
