package dev.loper.channel.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// What Twilio is answered, made once.
final class WebhookAnswers {

    /// Empty TwiML: nothing to say back at once.
    static final ResponseEntity<byte[]> TAKEN = ResponseEntity.ok().contentType(new MediaType("text", "xml",
            StandardCharsets.UTF_8)).body("<Response/>".getBytes(StandardCharsets.UTF_8));

    static final ResponseEntity<?> UNKNOWN_ACCOUNT = problem(HttpStatus.NOT_FOUND, "unknown-account",
            "There is no such account here.");

    static final ResponseEntity<?> TOO_LARGE = problem(HttpStatus.CONTENT_TOO_LARGE, "too-large",
            "A webhook has at most 64 KB.");

    static final ResponseEntity<?> WRONG_SIGNATURE = problem(HttpStatus.FORBIDDEN, "wrong-signature",
            "The signature is missing or wrong. Check the account's auth token and that Loper's public URL is the one entered at Twilio.");

    /// A second is well within the 15 s in which Twilio repeats.
    static final ResponseEntity<?> STORE_UNAVAILABLE = unavailable();

    private WebhookAnswers() {}

    private static ResponseEntity<?> problem(HttpStatus status, String type, String detail) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail(status, type,
                detail));
    }

    private static ResponseEntity<?> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "1").contentType(
                MediaType.APPLICATION_PROBLEM_JSON).body(
                        detail(HttpStatus.SERVICE_UNAVAILABLE, "store-unavailable",
                                "The message could not be stored. Send it again."));
    }

    private static ProblemDetail detail(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(type));
        return problem;
    }
}
