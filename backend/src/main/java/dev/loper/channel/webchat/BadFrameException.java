package dev.loper.channel.webchat;

import java.io.Serial;

/// A frame that is not one of ours.
class BadFrameException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BadFrameException(String message) {
        super(message);
    }

    BadFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
