package dev.loper.channel;

import java.io.Serial;

/// A message that cannot be taken in as it is; its own message says why, in a sentence for a person.
public class UnreadableMessageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableMessageException(String message) {
        super(message);
    }

    public UnreadableMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
