package dev.loper.channel.twilio;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Twilio answered that it cannot now: 429 or a 5xx.
class TwilioUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    TwilioUnavailableException(int status, @Nullable Duration retryAfter) {
        super("Twilio answered " + status + ".");
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /// Whether the answer came from something between us and Twilio, which cannot know what Twilio did.
    boolean isFromBetween() {
        return status == 502 || status == 504;
    }
}
