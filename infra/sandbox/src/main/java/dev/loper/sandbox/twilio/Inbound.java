package dev.loper.sandbox.twilio;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.loper.sandbox.Here;
import dev.loper.sandbox.SandboxSettings;

import org.springframework.stereotype.Component;

/// The webhook for a message that came in from a phone, field by field as Twilio posts it.
///
/// Source: https://www.twilio.com/docs/messaging/guides/webhook-request
@Component
class Inbound {

    private final SandboxSettings settings;
    private final Here here;
    private final MessageStore store;
    private final Webhooks webhooks;

    Inbound(SandboxSettings settings, Here here, MessageStore store, Webhooks webhooks) {
        this.settings = settings;
        this.here = here;
        this.store = store;
        this.webhooks = webhooks;
    }

    /// Blocks until the product has answered or every attempt is used.
    WebhookResult post(SandboxSettings.Number number, Message message) {
        return webhooks.post(settings.productUrl() + number.webhook(), form(message));
    }

    Map<String, String> form(Message message) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ToCountry", "NL");
        form.put("SmsMessageSid", message.sid());
        form.put("NumMedia", String.valueOf(message.media().size()));
        form.put("SmsSid", message.sid());
        form.put("SmsStatus", "received");
        form.put("Body", message.body());
        form.put("To", message.to());
        form.put("NumSegments", String.valueOf(MessageJson.segments(message)));
        form.put("MessageSid", message.sid());
        form.put("AccountSid", settings.twilio().accountSid());
        form.put("From", message.from());
        form.put("ApiVersion", "2010-04-01");
        int index = 0;
        for (MediaItem item : message.media()) {
            form.put("MediaUrl" + index, mediaUrl(message, item));
            form.put("MediaContentType" + index++, item.contentType());
        }
        if (message.whatsapp()) {
            whatsapp(form, message);
        }
        return form;
    }

    private void whatsapp(Map<String, String> form, Message message) {
        form.remove("ToCountry");
        form.put("ProfileName", message.profileName() == null ? "" : message.profileName());
        form.put("WaId", TextNetwork.bare(message.from()).substring(1));
        form.put("MessageType", message.media().isEmpty() ? "text" : kind(message.media().getFirst()));
        form.put("ReferralNumMedia", "0");
        String replied = message.repliedTo();
        if (replied != null) {
            form.put("OriginalRepliedMessageSid", replied);
            form.put("OriginalRepliedMessageSender",
                    store.find(replied).map(Message::from).orElse(message.to()));
        }
    }

    private String mediaUrl(Message message, MediaItem item) {
        return here.url() + "/2010-04-01/Accounts/" + settings.twilio().accountSid() + "/Messages/" + message.sid()
                + "/Media/" + item.sid();
    }

    private static String kind(MediaItem item) {
        String family = item.contentType().replaceAll("/.*", "");
        return switch (family) {
            case "image", "audio", "video" -> family;
            default -> "document";
        };
    }
}
