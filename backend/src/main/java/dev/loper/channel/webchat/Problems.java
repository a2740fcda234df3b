package dev.loper.channel.webchat;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Answers that say what is wrong (RFC 9457).
final class Problems {

    private Problems() {}

    /// @param type   a stable slug
    /// @param detail a sentence for a person
    static ErrorResponseException of(HttpStatus status, String type, String detail) {
        return of(status, type, detail, null);
    }

    static ErrorResponseException later(HttpStatus status, String type, String detail, Duration wait) {
        return later(status, type, detail, wait, null);
    }

    static ErrorResponseException later(HttpStatus status, String type, String detail, Duration wait,
            @Nullable Throwable cause) {
        ErrorResponseException problem = of(status, type, detail, cause);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        return problem;
    }

    private static ErrorResponseException of(HttpStatus status, String type, String detail,
            @Nullable Throwable cause) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(type));
        return new ErrorResponseException(status, problem, cause);
    }
}
