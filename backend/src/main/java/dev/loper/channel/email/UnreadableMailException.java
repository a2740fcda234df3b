package dev.loper.channel.email;

import dev.loper.channel.UnreadableMessageException;
import java.io.Serial;

/// A mail that cannot be taken in as it is; the message says why, in a sentence.
final class UnreadableMailException extends UnreadableMessageException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableMailException(String message) {
        super(message);
    }

    UnreadableMailException(String message, Throwable cause) {
        super(message, cause);
    }
}
