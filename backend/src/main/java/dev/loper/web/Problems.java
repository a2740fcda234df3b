package dev.loper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Problem details (RFC 9457) in Loper's form: `type` is a stable slug, `detail` a sentence for a person.
@Component
public class Problems {

    private static final Duration STORE_RETRY = Duration.ofSeconds(2);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /// The problem to answer when Redis is away.
    public static ProblemException unavailable(RuntimeException cause) {
        TryLaterException problem = new TryLaterException("store-unavailable", HttpStatus.SERVICE_UNAVAILABLE,
                "The store does not answer at the moment. Nothing is lost; try again in a few seconds.", STORE_RETRY);
        problem.initCause(cause);
        return problem;
    }

    /// Writes a problem from a filter, where no controller can.
    public void write(ProblemException problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ResponseEntity<ProblemDetail> entity = entity(problem);
        response.setStatus(entity.getStatusCode().value());
        entity.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(entity.getBody()));
    }

    static ResponseEntity<ProblemDetail> entity(ProblemException problem) {
        HttpHeaders headers = new HttpHeaders();
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (retryAfter.toMillis() + 999) / 1000)));
        }
        ProblemDetail detail = detail(problem.slug(), problem.status(), String.valueOf(problem.getMessage()),
                problem.properties());
        return new ResponseEntity<>(detail, headers, problem.status());
    }

    static ProblemDetail detail(String slug, HttpStatusCode status, String sentence, Map<String, Object> properties) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create(slug));
        HttpStatus known = HttpStatus.resolve(status.value());
        detail.setTitle(known == null ? "Problem" : known.getReasonPhrase());
        properties.forEach(detail::setProperty);
        return detail;
    }
}
