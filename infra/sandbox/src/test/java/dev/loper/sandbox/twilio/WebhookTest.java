package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import dev.loper.sandbox.Product;
import dev.loper.sandbox.SandboxTest;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

class WebhookTest extends SandboxTest {

    private static final String HOOK = "/hooks/twilio/sms-main/message";

    @Test
    void anErrorIsTriedAgainBecauseTheWebhookAsksForIt() {
        product.willAnswer(503, 500, 204);

        JsonNode webhook = evaWrites("Hi");

        assertThat(webhook.get("arrived").asBoolean()).isTrue();
        assertThat(webhook.get("attempts").asInt()).isEqualTo(3);
        assertThat(product.heard(HOOK)).hasSize(3);
        assertThat(product.heard(HOOK).stream().map(Product.Heard::token).distinct()).hasSize(1);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        product.willAnswer(403, 204);

        JsonNode webhook = evaWrites("Hi");

        assertThat(webhook.get("arrived").asBoolean()).isFalse();
        assertThat(webhook.get("status").asInt()).isEqualTo(403);
        assertThat(product.heard(HOOK)).hasSize(1);
    }

    @Test
    void byDefaultAStatusCallbackThatGetsAnErrorIsNotTriedAgain() {
        product.willAnswer(500, 500, 500);
        sendSms("x");

        await().until(() -> product.states(news).contains("delivered"));
        assertThat(product.states(news)).containsExactly("queued", "sent", "delivered");
    }

    @Test
    void aStatusCallbackWithAFragmentIsTriedAgainAndSignedWithoutIt() {
        product.willAnswer(500, 204);
        twilio("POST", "/Messages.json", "To", EVA, "From", SMS, "Body", "x", "StatusCallback",
                product.url() + news + "#rc=2&rp=5xx");

        await().until(() -> product.states(news).contains("delivered"));
        assertThat(product.states(news)).containsExactly("queued", "queued", "sent", "delivered");
        Product.Heard first = product.heard(news).getFirst();
        assertThat(first.signature()).isEqualTo(TwilioSignature.of(TOKEN, product.url() + news, first.form()));
    }

    @Test
    void nobodyListeningIsAConnectionFailureTriedOnceMore() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        Webhooks webhooks = new Webhooks(settings, new Faults());

        WebhookResult result = webhooks.post("http://localhost:" + nobody + "/x", java.util.Map.of("A", "1"));

        assertThat(result).isEqualTo(new WebhookResult.Unanswered("ct", 2));
    }

    @Test
    void aSilentProductIsAReadTimeoutThatIsNotTriedByDefault() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Webhooks webhooks = new Webhooks(settings, new Faults());

            WebhookResult result = webhooks.post("http://localhost:" + silent.getLocalPort() + "/x#rt=150",
                    java.util.Map.of("A", "1"));

            assertThat(result).isEqualTo(new WebhookResult.Unanswered("rt", 1));
        }
    }

    @Test
    void theTotalTimeEndsTheTries() {
        product.willAnswer(500, 500, 500, 500, 500, 500);
        Webhooks webhooks = new Webhooks(settings, new Faults());

        WebhookResult result = webhooks.post(product.url() + "/hooks/x#rc=5&rp=5xx&tt=400", java.util.Map.of("A", "1"));

        assertThat(result.arrived()).isFalse();
        assertThat(result.attempts()).isLessThan(6);
    }

    @Test
    void aWebhookCanBeRepeatedOnDemand() {
        String sid = read(post("/api/phones/" + EVA + "/messages?wait=true",
                "{\"channel\":\"sms\",\"text\":\"Hi\"}")).get("sid").asString();

        post("/api/phones/" + EVA + "/messages/" + sid + "/repeat", "");

        assertThat(product.heard(HOOK)).hasSize(2);
        assertThat(product.heard(HOOK).get(0).form()).isEqualTo(product.heard(HOOK).get(1).form());
    }

    @org.springframework.beans.factory.annotation.Autowired
    private dev.loper.sandbox.SandboxSettings settings;

    private JsonNode evaWrites(String text) {
        return read(post("/api/phones/" + EVA + "/messages?wait=true",
                "{\"channel\":\"sms\",\"text\":\"" + text + "\"}")).get("webhook");
    }
}
