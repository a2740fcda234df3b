package dev.loper.sandbox.twilio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import dev.loper.sandbox.SandboxSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets only the account itself into the API: basic auth with account sid and auth token, else 401 and code 20003.
@Component
class TwilioAuth extends OncePerRequestFilter {

    private final byte[] expected;
    private final String ownPath;
    private final TwilioAnswers answers;

    TwilioAuth(SandboxSettings settings, TwilioAnswers answers) {
        SandboxSettings.Twilio account = settings.twilio();
        String pair = account.accountSid() + ":" + account.authToken();
        this.expected = ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))).getBytes(
                StandardCharsets.UTF_8);
        this.ownPath = "/2010-04-01/Accounts/" + account.accountSid() + "/";
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/2010-04-01");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (!MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
            answers.write(response, TwilioError.unauthorized());
        } else if (!request.getRequestURI().startsWith(ownPath)) {
            answers.write(response, TwilioError.notFound(request.getRequestURI()));
        } else {
            chain.doFilter(request, response);
        }
    }
}
