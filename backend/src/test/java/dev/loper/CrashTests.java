package dev.loper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The product as a process of its own, killed in the middle of the work: what was acknowledged must be there exactly
/// once, in order per sender. And Redis the same.
class CrashTests {

    private static final int SENDERS = 50;
    private static final int EACH = 100;
    private static final String NUMBER = "+3197010280001";

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
    Path data;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private RunningProduct product;

    @BeforeEach
    void start() {
        product = new RunningProduct(data);
    }

    @AfterEach
    void stop() throws InterruptedException {
        product.close();
    }

    @Test
    void whatWasAcknowledgedIsThereExactlyOnceAndInOrderThoughTheProductAndThenRedisAreKilled() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                int sender = i;
                senders.submit(() -> sendAll(sender));
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.get() > SENDERS * EACH / 3);
            product.kill();
            product.start();
            await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.get() > 2 * SENDERS * EACH / 3);
            product.redis().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.get() == SENDERS * EACH);
        }
        Map<String, List<String>> stored = stored();
        assertThat(stored).hasSize(SENDERS);
        for (int sender = 0; sender < SENDERS; sender++) {
            assertThat(stored.get(number(sender))).as("messages of " + number(sender)).isEqualTo(expected(sender));
        }
    }

    private static List<String> expected(int sender) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            texts.add(text(sender, i));
        }
        return texts;
    }

    /// Sends one after the other, each again until it is acknowledged, as a provider does.
    private void sendAll(int sender) {
        for (int i = 0; i < EACH; i++) {
            Map<String, String> form = new TreeMap<>(Map.of("MessageSid", "SM%032d".formatted(sender * EACH + i),
                    "AccountSid", "AC00000000000000000000000000000001", "From", number(sender), "To", NUMBER, "Body",
                    text(sender, i), "NumMedia", "0"));
            await().pollInSameThread().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofMinutes(4)).until(
                    () -> acknowledges(form));
            acknowledged.incrementAndGet();
        }
    }

    private boolean acknowledges(Map<String, String> form) throws InterruptedException {
        String path = "/hooks/twilio/sms-main/message";
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(name).append('=').append(
                URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return product.hook(path, body.toString(), signature(product.url(path), form));
    }

    /// https://www.twilio.com/docs/usage/security: the URL and the sorted parameters, HMAC-SHA1 with the auth token.
    private static String signature(String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        form.forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("sandbox-auth-token".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Every message in the store, by the name of its customer, oldest first.
    private Map<String, List<String>> stored() throws Exception {
        Map<String, List<String>> found = new ConcurrentHashMap<>();
        String cursor = "";
        do {
            JsonNode page = product.get("/api/v1/inbox?view=all" + cursor);
            for (JsonNode item : page.get("items")) {
                String name = item.get("customer").get("name").asString();
                if (name.startsWith("+3161999")) {
                    found.put(name, texts(item.get("conversation").asString()));
                }
            }
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + URLEncoder.encode(page.get("next").asString(),
                            StandardCharsets.UTF_8);
        } while (cursor != null);
        return found;
    }

    private List<String> texts(String conversation) throws Exception {
        List<String> texts = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = product.get("/api/v1/conversations/" + conversation + "/entries" + before);
            page.get("items").forEach(entry -> texts.addFirst(entry.get("text").asString()));
            before = page.get("next").isNull() ? null : "?before=" + page.get("next").asString();
        } while (before != null);
        return texts;
    }

    private static String number(int sender) {
        return "+3161999%04d".formatted(sender);
    }

    private static String text(int sender, int i) {
        return "message " + i + " of " + sender;
    }
}
