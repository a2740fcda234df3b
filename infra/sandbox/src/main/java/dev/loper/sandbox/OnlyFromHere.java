package dev.loper.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses web pages from elsewhere that reach for the sandbox through a visitor's browser.
///
/// The sandbox asks nobody to sign in, so a foreign page could otherwise write to it (a cross-site request, seen by
/// its Origin) or read it (a host name that was made to point here, seen by its Host).
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OnlyFromHere extends OncePerRequestFilter {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (!HERE.contains(request.getServerName()) || (origin != null && !sameOrigin(origin, request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "The sandbox answers only its own page.");
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        chain.doFilter(request, response);
    }

    private static boolean sameOrigin(String origin, HttpServletRequest request) {
        try {
            URI from = URI.create(origin);
            return HERE.contains(String.valueOf(from.getHost())) && from.getPort() == request.getServerPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
