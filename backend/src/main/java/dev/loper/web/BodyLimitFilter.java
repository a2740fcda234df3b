package dev.loper.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds what a request may hold, before anybody makes a word of it: little from whoever is not signed in, more from our
/// people. Uploads have bounds of their own, and go to the disk piece by piece; so do the forms of customers' pages
/// (`server.tomcat.max-http-form-post-size`), which the container reads.
///
/// It stands behind the doors, which read no body, because who is asking decides.
@Component
@Order(-1)
class BodyLimitFilter extends OncePerRequestFilter {

    private static final int STRANGERS = 64 * 1024;
    private static final int PEOPLE = 8 * 1024 * 1024;

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = request.getUserPrincipal() == null ? STRANGERS : PEOPLE;
        if (request.getContentLengthLong() > most) {
            problems.write(tooLarge(), response);
            return;
        }
        try {
            chain.doFilter(request.getContentLengthLong() < 0 ? new BoundedBody(request, most) : request, response);
        } catch (BoundedBody.TooLargeException e) {
            problems.write(tooLarge(), response);
        }
    }

    static ProblemException tooLarge() {
        return new ProblemException("too-large", HttpStatus.CONTENT_TOO_LARGE,
                "What was sent is too large. Send less at a time.");
    }
}
