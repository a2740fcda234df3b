package dev.loper.web;

import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A request that is refused for a reason its sender can understand; it becomes RFC 9457 problem details.
///
/// The slug is stable and for programs, the detail a sentence for a person. Neither ever carries an internal.
public class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String slug;
    private final HttpStatus status;
    private final transient Map<String, Object> properties;

    public ProblemException(String slug, HttpStatus status, String detail) {
        this(slug, status, detail, Map.of());
    }

    /// @param properties more members of the answer, such as `field` or `newer`
    public ProblemException(String slug, HttpStatus status, String detail, Map<String, Object> properties) {
        super(detail);
        this.slug = slug;
        this.status = status;
        this.properties = new LinkedHashMap<>(properties);
    }

    /// A field of the request is wrong: 422.
    public static ProblemException field(String slug, String field, String detail) {
        return new ProblemException(slug, HttpStatus.UNPROCESSABLE_CONTENT, detail, Map.of("field", field));
    }

    /// What was asked for is not there, or not for this person: 404.
    public static ProblemException notFound(String detail) {
        return new ProblemException("not-found", HttpStatus.NOT_FOUND, detail);
    }

    public String slug() {
        return slug;
    }

    public HttpStatus status() {
        return status;
    }

    public Map<String, Object> properties() {
        return properties;
    }

    /// When it may be tried again, for the header `Retry-After`; null if waiting does not help.
    public @Nullable Duration retryAfter() {
        return null;
    }
}
