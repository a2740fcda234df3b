package dev.loper.channel.email;

import java.io.Serial;

/// An answer that cannot become a mail; the message says why, in a sentence for the agent.
final class UnwritableMailException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnwritableMailException(String message) {
        super(message);
    }
}
