package dev.loper.sandbox.twilio;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import dev.loper.sandbox.SandboxSettings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Posts signed forms to the product and tries again as the URL's fragment asks.
///
/// All attempts carry the same `I-Twilio-Idempotency-Token`. Twilio does not publish its waits between attempts;
/// here they double from 200 ms, with jitter, inside the total time.
@Component
class Webhooks {

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final long FIRST_WAIT = 200;

    private final String authToken;
    private final Faults faults;
    private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

    Webhooks(SandboxSettings settings, Faults faults) {
        this.authToken = settings.twilio().authToken();
        this.faults = faults;
    }

    /// Blocks until the product has answered or every attempt is used.
    WebhookResult post(String url, Map<String, String> form) {
        WebhookResult result = tryAll(url, form, UUID.randomUUID().toString());
        if (faults.plan().duplicateWebhooks()) {
            tryAll(url, form, UUID.randomUUID().toString());
        }
        if (!result.arrived()) {
            log.info("Webhook to {} ended with {}", TwilioSignature.withoutFragment(url), result);
        }
        return result;
    }

    /// How an answer was got, and what it says.
    record Asked(WebhookResult result, String body) {}

    /// The same where the answer counts: the caller of a call hears it. Of a webhook that is posted twice, the first.
    Asked ask(String url, Map<String, String> form) {
        Asked asked = askAll(url, form, UUID.randomUUID().toString());
        if (faults.plan().duplicateWebhooks()) {
            askAll(url, form, UUID.randomUUID().toString());
        }
        return asked;
    }

    private WebhookResult tryAll(String url, Map<String, String> form, String token) {
        return askAll(url, form, token).result();
    }

    private Asked askAll(String url, Map<String, String> form, String token) {
        ConnectionOverrides rules = ConnectionOverrides.in(url);
        HttpRequest request = signed(url, form, token, rules);
        long end = System.nanoTime() + rules.total().toNanos();
        for (int attempt = 1;; attempt++) {
            Asked asked = tryOnce(request, rules, attempt);
            WebhookResult result = asked.result();
            boolean again = attempt <= rules.retries() && !result.arrived() && rules.retries(failure(result));
            Duration wait = waitAfter(attempt);
            if (!again || System.nanoTime() + wait.toNanos() >= end || !Pause.of(wait)) {
                return asked;
            }
        }
    }

    private Asked tryOnce(HttpRequest request, ConnectionOverrides rules, int attempt) {
        try {
            HttpClient client = clients.computeIfAbsent(rules.connect(), Webhooks::client);
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Asked(new WebhookResult.Answered(answer.statusCode(), attempt), answer.body());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return new Asked(new WebhookResult.Unanswered("ct", attempt), "");
        } catch (IOException e) {
            return new Asked(new WebhookResult.Unanswered("rt", attempt), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Asked(new WebhookResult.Unanswered("rt", attempt), "");
        }
    }

    private HttpRequest signed(String url, Map<String, String> form, String token, ConnectionOverrides rules) {
        String body = form.entrySet().stream().map(
                field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(TwilioSignature.withoutFragment(url))).timeout(
                rules.read().compareTo(rules.total()) < 0 ? rules.read() : rules.total()).header("Content-Type",
                        "application/x-www-form-urlencoded; charset=utf-8").header("User-Agent",
                                "TwilioProxy/1.1").header("Accept", "*/*").header("X-Twilio-Signature",
                                        TwilioSignature.of(authToken, url, form)).header("I-Twilio-Idempotency-Token",
                                                token).POST(BodyPublishers.ofString(body)).build();
    }

    private static String failure(WebhookResult result) {
        return switch (result) {
            case WebhookResult.Answered answered -> answered.status() / 100 + "xx";
            case WebhookResult.Unanswered unanswered -> unanswered.failure();
        };
    }

    private static Duration waitAfter(int attempt) {
        long most = FIRST_WAIT << (attempt - 1);
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private static HttpClient client(Duration connect) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect).build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
