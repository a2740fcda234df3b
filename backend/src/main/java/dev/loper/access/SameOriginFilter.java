package dev.loper.access;

import dev.loper.web.ProblemException;
import dev.loper.web.Problems;
import dev.loper.web.PublicUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps other sites' pages away from what a session cookie opens.
///
/// A socket is opened by a page of ours only: its `Origin` is our public address. A request that changes something does
/// not come from a page of another site or of a sister host, whose cookies a browser would mix with ours; browsers say
/// so in `Sec-Fetch-Site`. This stands beside the CSRF token, not in its place.
final class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    private final PublicUrl publicUrl;
    private final Problems problems;

    SameOriginFilter(PublicUrl publicUrl, Problems problems) {
        this.publicUrl = publicUrl;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean allowed = request.getRequestURI().startsWith(request.getContextPath() + "/ws/")
                ? publicUrl.origin().equals(request.getHeader(HttpHeaders.ORIGIN))
                : SAFE.contains(request.getMethod()) || !fromElsewhere(request);
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            problems.write(new ProblemException("wrong-origin", HttpStatus.FORBIDDEN,
                    "This comes from a page of another site. Open Loper at " + publicUrl.origin() + "."), response);
        }
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && ELSEWHERE.contains(site);
    }
}
