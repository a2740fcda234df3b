package dev.loper.access;

import dev.loper.web.ProblemException;
import dev.loper.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// Tells why the security filters refused a request.
final class Refusals implements AccessDeniedHandler {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        problems.write(cause instanceof CsrfException
                ? new ProblemException("form-token-missing", HttpStatus.FORBIDDEN,
                        "This page is out of date. Reload it and try again.")
                : new ProblemException("forbidden", HttpStatus.FORBIDDEN, "You may not do this."), response);
    }
}
