package dev.loper.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import dev.loper.sandbox.mail.MailServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A running sandbox with free ports, and a product for it to talk to.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"sandbox.smtp-port=0",
        "sandbox.imap-port=0", "sandbox.twilio.pace=20ms"})
public abstract class SandboxTest {

    protected static final String ACCOUNT = "AC00000000000000000000000000000001";
    protected static final String TOKEN = "sandbox-auth-token";
    protected static final String API = "/2010-04-01/Accounts/" + ACCOUNT;
    protected static final String SMS = "+3197010280001";
    protected static final String WHATSAPP = "whatsapp:+3197010280002";
    protected static final String EVA = "+31612345601";
    private static final AtomicInteger TESTS = new AtomicInteger();

    protected static final Product product = new Product();
    private static final HttpClient client = HttpClient.newHttpClient();

    /// A StatusCallback of this test alone: news of an earlier test may still be on its way.
    protected final String news = "/hooks/twilio/sms-main/status?test=" + TESTS.incrementAndGet();

    @LocalServerPort
    protected int port;
    @Autowired
    protected MailServer mail;
    @Autowired
    protected JsonMapper json;

    public record Answer(int status, String body, HttpResponse<byte[]> whole) {}

    @DynamicPropertySource
    static void product(DynamicPropertyRegistry settings) {
        settings.add("sandbox.product-url", product::url);
    }

    @BeforeEach
    void startAfresh() {
        call("DELETE", "/api/phones", null, null);
        call("DELETE", "/api/mailboxes", null, null);
        call("DELETE", "/api/faults", null, null);
        product.forget();
    }

    protected Answer get(String path) {
        return call("GET", path, null, null);
    }

    protected Answer post(String path, String jsonBody) {
        return call("POST", path, "application/json", jsonBody);
    }

    protected void faults(String plan) {
        assertThat(call("PUT", "/api/faults", "application/json", plan).status()).isEqualTo(200);
    }

    protected Answer call(String method, String path, @Nullable String type, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(request.build());
    }

    /// Calls the provider's API as the account; fields are name, value, name, value …
    protected Answer twilio(String method, String path, String... fields) {
        return call(method, API + path, "application/x-www-form-urlencoded", form(fields), "Authorization", basic());
    }

    protected Answer sendSms(String text) {
        return twilio("POST", "/Messages.json", "To", EVA, "From", SMS, "Body", text, "StatusCallback",
                product.url() + news);
    }

    protected JsonNode read(Answer answer) {
        return json.readTree(answer.body());
    }

    protected static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
    }

    protected static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return form.toString();
    }

    protected static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), answer);
        } catch (IOException e) {
            throw new AssertionError("The sandbox did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
