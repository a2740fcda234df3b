package dev.loper.channel.twilio;

import com.twilio.rest.api.v2010.account.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reading entries of Twilio's message log.
final class TwilioLog {

    private TwilioLog() {}

    /// When Twilio made the message, or else when it was sent.
    static @Nullable Instant made(Message message) {
        if (message.getDateCreated() != null) {
            return message.getDateCreated().toInstant();
        }
        return message.getDateSent() == null ? null : message.getDateSent().toInstant();
    }
}
