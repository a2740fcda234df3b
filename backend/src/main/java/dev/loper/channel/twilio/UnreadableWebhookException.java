package dev.loper.channel.twilio;

import dev.loper.channel.UnreadableMessageException;
import java.io.Serial;

/// A webhook that Twilio signed and we cannot read: it becomes a dead letter. The message is a sentence for a person.
public class UnreadableWebhookException extends UnreadableMessageException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableWebhookException(String message) {
        super(message);
    }

    public UnreadableWebhookException(String message, Throwable cause) {
        super(message, cause);
    }
}
