package dev.loper.web;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/// Where in a JSON body something does not fit, as a refusal names it: `messages[2].customer.address`.
final class JsonPath {

    private JsonPath() {}

    /// @return `body` for the body as a whole
    static String of(JacksonException mismatch) {
        StringBuilder path = new StringBuilder();
        List<JacksonException.Reference> steps = mismatch.getPath();
        for (JacksonException.Reference step : steps) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /// Whether a field is not there, rather than of another type.
    static boolean isMissing(Throwable cause) {
        return cause instanceof MismatchedInputException mismatch
                && String.valueOf(mismatch.getOriginalMessage()).startsWith("Missing required creator property");
    }
}
