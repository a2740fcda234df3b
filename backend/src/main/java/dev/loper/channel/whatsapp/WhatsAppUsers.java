package dev.loper.channel.whatsapp;

import dev.loper.channel.twilio.TwilioForm;
import dev.loper.channel.twilio.UnreadableWebhookException;
import dev.loper.message.ChannelAddress.WhatsApp;
import java.util.regex.Pattern;

/// Who writes on WhatsApp, as Twilio says it: `whatsapp:` and a number, or a business-scoped user id where the customer
/// hides the number behind a user name.
///
/// A business-scoped user id (`NL.1502576394655843`, `US.ENT.…` for linked businesses) is an identity of its own. It
/// comes in `From` where there is no number, and in `ExternalUserId`.
final class WhatsAppUsers {

    private static final String PREFIX = "whatsapp:";
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{5,14}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    private WhatsAppUsers() {}

    /// @throws UnreadableWebhookException if it names nobody
    static WhatsApp sender(TwilioForm form) {
        String from = form.get("From").strip();
        String user = from.startsWith(PREFIX) ? from.substring(PREFIX.length()).strip() : from;
        if (NUMBER.matcher(user).matches()) {
            return new WhatsApp(WhatsAppNumbers.canonical(user));
        }
        String id = USER_ID.matcher(user).matches() ? user : form.get("ExternalUserId").strip();
        if (USER_ID.matcher(id).matches()) {
            return new WhatsApp(id);
        }
        throw new UnreadableWebhookException("“" + from + "” is not a WhatsApp user.");
    }

    /// The address as Twilio takes it.
    static String recipient(WhatsApp user) {
        return PREFIX + (user.value().startsWith("+") ? WhatsAppNumbers.network(user.value()) : user.value());
    }
}
