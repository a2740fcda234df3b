package dev.loper.channel.whatsapp;

import dev.loper.channel.twilio.TwilioForm;
import dev.loper.channel.twilio.TwilioMedia;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reads a WhatsApp message from its webhook.
///
/// See https://www.twilio.com/docs/messaging/guides/webhook-request
@Component
class WhatsAppReader {

    private static final int MAX_NAME = 100;

    private final TwilioMedia media;

    WhatsAppReader(TwilioMedia media) {
        this.media = media;
    }

    /// @throws dev.loper.channel.twilio.UnreadableWebhookException if it lacks what every message has
    ChannelMessage read(TwilioWebhook webhook) {
        TwilioForm form = webhook.form();
        return new ChannelMessage(webhook.account().id(), ChannelKind.WHATSAPP, form.require("MessageSid"),
                WhatsAppUsers.sender(form), name(form), Level.OBSERVED, List.of(form.require("To")), List.of(),
                webhook.sentAt(), null, text(form), null, null, media.fetch(webhook), hints(form), false);
    }

    private static String name(TwilioForm form) {
        String name = form.get("ProfileName").replaceAll("\\p{Cntrl}", " ").strip();
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0,
                        MAX_NAME));
    }

    private static ThreadingHints hints(TwilioForm form) {
        String replied = form.get("OriginalRepliedMessageSid").strip();
        return replied.isEmpty() ? ThreadingHints.NONE : new ThreadingHints(null, List.of(replied));
    }

    /// The words; a shared place has none, so it is written out.
    private static String text(TwilioForm form) {
        String place = Stream.of("Label", "Address", "Latitude", "Longitude").map(form::get).filter(
                part -> !part.isBlank()).collect(Collectors.joining(", "));
        boolean shared = !form.get("Latitude").isBlank() && !form.get("Longitude").isBlank();
        return shared
                ? Stream.of(form.get("Body"), "📍 " + place).filter(line -> !line.isBlank()).collect(
                        Collectors.joining("\n"))
                : form.get("Body");
    }
}
