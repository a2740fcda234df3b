package dev.loper.web;

import java.io.Serial;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// A request that is refused now and may be sent again later.
public class TryLaterException extends ProblemException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TryLaterException(String slug, HttpStatus status, String detail, Duration retryAfter) {
        super(slug, status, detail);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
