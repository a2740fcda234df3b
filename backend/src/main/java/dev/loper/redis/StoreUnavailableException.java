package dev.loper.redis;

import java.io.Serial;

/// Redis is away, full, or could not make a write durable enough. What was asked may or may not have happened; asking
/// again with the same id is safe.
public class StoreUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
