package dev.loper.idempotency;

import dev.loper.redis.StoreUnavailableException;
import dev.loper.web.ProblemException;
import dev.loper.web.Problems;
import dev.loper.web.TryLaterException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Carries a write with an `Idempotency-Key` out once, and answers its repeats as it was answered first
/// (draft-ietf-httpapi-idempotency-key-header). Whatever has no such header passes untouched.
///
/// It stands behind the doors: who is asking is known, and a form token was checked. Failures are not kept, so that what
/// was refused can be mended and sent again under the same key.
@Component
@Order(0)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    /// Told of an answer that was given before.
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final RedisAnswers answers;
    private final Problems problems;

    IdempotencyFilter(RedisAnswers answers, Problems problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || request.getUserPrincipal() == null || !Writes.keyed(
                request.getMethod(), request.getRequestURI().substring(request.getContextPath().length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<WriteKey> given = key(request);
        if (given.isEmpty()) {
            problems.write(new ProblemException("invalid-key", HttpStatus.BAD_REQUEST,
                    "An Idempotency-Key has 1 to 255 visible characters, and there is one of it.",
                    Map.of("field", HEADER)), response);
            return;
        }
        WriteKey key = given.get();
        HttpServletRequest readable = readable(request);
        switch (answers.begin(key, print(readable))) {
            case Begun.First first -> carryOut(key, first, readable, response, chain);
            case Begun.Running running -> problems.write(new TryLaterException("in-progress", HttpStatus.CONFLICT,
                    "The same request is being carried out. Send it again in a moment for its answer.",
                    Duration.ofSeconds(1)), response);
            case Begun.Other other -> problems.write(ProblemException.field("key-used", HEADER,
                    "This Idempotency-Key was given to another request. Give every request one of its own."), response);
            case Begun.Done(KeptAnswer answer) -> again(answer, response);
        }
    }

    private void carryOut(WriteKey key, Begun.First first, HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, answer);
            answered = HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful();
        } finally {
            ended(key, first, answered
                    ? KeptAnswer.of(answer.getStatus(), answer.getContentType(), answer.getContentAsByteArray())
                    : null);
        }
        answer.copyBodyToResponse();
    }

    /// What was done is answered even if that cannot be remembered.
    private void ended(WriteKey key, Begun.First first, @Nullable KeptAnswer answer) {
        try {
            if (answer == null) {
                answers.forget(key, first);
            } else {
                answers.keep(key, first, answer);
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("How a write with a key ended is not remembered: {}", e.getMessage());
        }
    }

    private void again(KeptAnswer answer, HttpServletResponse response) throws IOException {
        byte[] body = answer.body();
        if (body == null) {
            problems.write(new ProblemException("answer-not-kept", HttpStatus.CONFLICT,
                    "It was done. Its answer is not kept any more; read what it changed."), response);
            return;
        }
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.type() != null) {
            response.setContentType(answer.type());
        }
        response.getOutputStream().write(body);
    }

    private static Optional<WriteKey> key(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HEADER));
        return headers.size() == 1
                ? WriteKey.of(request.getUserPrincipal().getName(), headers.getFirst().strip())
                : Optional.empty();
    }

    /// An upload is not read here: it may be large, and goes to the disk piece by piece. Everything else is bounded.
    private static HttpServletRequest readable(HttpServletRequest request) throws IOException {
        return upload(request)
                ? request
                : new ReadBody(request, request.getInputStream().readAllBytes());
    }

    private static boolean upload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    /// What is asked. Of an upload its size stands for its bytes.
    private static String print(HttpServletRequest request) {
        byte[] body = request instanceof ReadBody read
                ? read.bytes()
                : bytes(Long.toString(request.getContentLengthLong()));
        return WriteKey.sha256(bytes(request.getMethod()), bytes(request.getRequestURI()),
                bytes(String.valueOf(request.getQueryString())), body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
