package dev.loper.access;

import dev.loper.redis.StoreUnavailableException;
import dev.loper.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 503 when Redis is away before a request reaches its controller: while its session or token is looked up.
final class StoreOutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOutageFilter.class);

    private final Problems problems;

    StoreOutageFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (StoreUnavailableException e) {
            answer(e, response);
        } catch (DataAccessException e) {
            answer(new StoreUnavailableException("Redis does not answer: " + e.getMessage(), e), response);
        }
    }

    private void answer(StoreUnavailableException cause, HttpServletResponse response) throws IOException {
        LOG.warn("{}", cause.getMessage());
        problems.write(Problems.unavailable(cause), response);
    }
}
