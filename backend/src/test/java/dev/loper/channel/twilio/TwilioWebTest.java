package dev.loper.channel.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Tests over a real socket, with Twilio's stand-in behind the product and Twilio's signature in front of it.
@SpringBootTest(classes = TwilioTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.public-url=https://support.example.com",
        "loper.twilio.accounts.sms-main.channel=sms", "loper.twilio.accounts.sms-main.name=Text messages",
        "loper.twilio.accounts.sms-main.account-sid=" + TwilioWebTest.SID,
        "loper.twilio.accounts.sms-main.auth-token=" + TwilioWebTest.TOKEN,
        "loper.twilio.accounts.sms-main.number=+3197010280001",
        "loper.twilio.accounts.sms-other.channel=sms", "loper.twilio.accounts.sms-other.name=Another brand",
        "loper.twilio.accounts.sms-other.account-sid=AC00000000000000000000000000000002",
        "loper.twilio.accounts.sms-other.auth-token=another-token",
        "loper.twilio.accounts.sms-other.number=+3197010280009",
        "loper.twilio.accounts.whatsapp-main.channel=whatsapp",
        "loper.twilio.accounts.whatsapp-main.name=WhatsApp",
        "loper.twilio.accounts.whatsapp-main.account-sid=" + TwilioWebTest.SID,
        "loper.twilio.accounts.whatsapp-main.auth-token=" + TwilioWebTest.TOKEN,
        "loper.twilio.accounts.whatsapp-main.number=+3197010280002"})
public abstract class TwilioWebTest {

    public static final String SID = "AC00000000000000000000000000000001";
    public static final String TOKEN = "sandbox-auth-token";
    protected static final String PUBLIC = "https://support.example.com";
    protected static final TwilioStandIn twilio = new TwilioStandIn();
    private static final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    protected RecordingIntake intake;
    @Autowired
    protected RecordingReceipts receipts;
    @Autowired
    protected RecordingDeadLetters deadLetters;
    @Autowired
    protected MemoryBlobStore blobs;
    @Autowired
    protected MovableClock clock;
    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry registry) {
        registry.add("loper.sandbox-url", twilio::url);
    }

    @BeforeEach
    void forget() {
        intake.reset();
        receipts.reset();
        deadLetters.reset();
        blobs.reset();
        clock.reset();
        twilio.reset();
    }

    /// Posts a form as Twilio does, properly signed.
    protected HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, encode(form), signature(PUBLIC + path, form, TOKEN));
    }

    protected HttpResponse<String> post(String path, String body, String signature) {
        return send(request(path).header("X-Twilio-Signature", signature).POST(BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> get(String path) {
        return send(request(path));
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8");
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    protected static String encode(Map<String, String> form) {
        return form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(),
                StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /// Twilio's signature, made here from its description so that the test does not believe the code it tests:
    /// https://www.twilio.com/docs/usage/webhooks/webhooks-security
    protected static String signature(String url, Map<String, String> form, String token) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
