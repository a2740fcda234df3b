package dev.loper.channel;

import java.io.Serial;

/// The store cannot take a message at the moment: it is away, full, or not durable enough. Nothing was acknowledged.
public class IntakeUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public IntakeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public IntakeUnavailableException(String message) {
        super(message);
    }
}
