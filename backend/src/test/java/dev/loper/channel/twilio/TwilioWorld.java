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
import org.springframework.core.env.Environment;

/// Twilio's side of a test: posts signed webhooks to the product.
public final class TwilioWorld {

    public static final String SID = "AC00000000000000000000000000000001";
    public static final String TOKEN = "sandbox-auth-token";
    public static final String PUBLIC = "https://support.example.com";
    private static final HttpClient http = HttpClient.newHttpClient();

    private final Environment product;

    TwilioWorld(Environment product) {
        this.product = product;
    }

    /// Posts a form as Twilio does, properly signed.
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, encode(form), signature(PUBLIC + path, form, TOKEN));
    }

    public HttpResponse<String> post(String path, String body, String signature) {
        return send(request(path).header("X-Twilio-Signature", signature).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + product.getRequiredProperty("local.server.port") + path)).header(
                        "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(),
                StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /// Twilio's signature, made here from its description so that the test does not believe the code it tests:
    /// https://www.twilio.com/docs/usage/webhooks/webhooks-security
    public static String signature(String url, Map<String, String> form, String token) {
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
