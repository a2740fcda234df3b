package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import dev.loper.sandbox.SandboxTest;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FaultsTest extends SandboxTest {

    @Test
    void soManySendsAreRefusedWithTheGivenCode() {
        faults("{\"refuse\":{\"code\":20429,\"times\":1}}");

        assertThat(sendSms("one").status()).isEqualTo(429);
        assertThat(sendSms("two").status()).isEqualTo(201);
    }

    @Test
    void aSendCanFailAfterItWasAccepted() {
        faults("{\"fail\":{\"code\":30003,\"status\":\"undelivered\",\"times\":1}}");

        assertThat(sendSms("one").status()).isEqualTo(201);

        await().until(() -> product.states(news).contains("undelivered"));
        assertThat(product.states(news)).containsExactly("queued", "sent", "undelivered");
        assertThat(product.heard(news).getLast().form()).containsEntry("ErrorCode", "30003");
        assertThat(read(get("/api/phones/" + EVA + "/messages")).get("items")).isEmpty();
    }

    @Test
    void statusCallbacksCanBeLost() {
        faults("{\"dropStatusCallbacks\":true}");
        sendSms("one");

        await().until(() -> read(get("/api/phones/" + EVA + "/messages")).get("items").size() == 1);
        assertThat(product.states(news)).isEmpty();
    }

    @Test
    void webhooksCanComeTwice() {
        faults("{\"duplicateWebhooks\":true}");
        post("/api/phones/" + EVA + "/messages?wait=true", "{\"channel\":\"sms\",\"text\":\"Hi\"}");

        assertThat(product.heard("/hooks/twilio/sms-main/message")).hasSize(2);
    }

    @Test
    void aSendCanBeAcceptedWithoutAnAnswer() throws IOException, InterruptedException {
        faults("{\"hang\":1}");
        HttpRequest send = HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + API + "/Messages.json")).header("Authorization",
                        basic()).header("Content-Type", "application/x-www-form-urlencoded").timeout(
                                Duration.ofMillis(400)).POST(
                                        BodyPublishers.ofString(
                                                form("To", EVA, "From", SMS, "Body", "lost answer"))).build();

        try (HttpClient impatient = HttpClient.newHttpClient()) {
            Assertions.assertThatThrownBy(() -> impatient.send(send, BodyHandlers.discarding())).isInstanceOf(
                    HttpTimeoutException.class);
            impatient.shutdownNow();
        }
        await().until(() -> get("/api/phones/" + EVA + "/messages").body().contains("lost answer"));
        assertThat(read(twilio("GET", "/Messages.json?To=" + encode(EVA))).get("messages")).hasSize(1);
    }

    @Test
    void aSendCanBeAcceptedAndAnsweredWithAnError() {
        faults("{\"answerError\":1}");

        assertThat(sendSms("sent all the same").status()).isEqualTo(500);
        await().until(() -> get("/api/phones/" + EVA + "/messages").body().contains("sent all the same"));
    }

    @Test
    void oneAccountCanBeSlow() {
        faults("{\"slow\":{\"sms-main\":300}}");
        long start = System.nanoTime();

        sendSms("one");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aMisspeltFaultIsRefused() {
        assertThat(call("PUT", "/api/faults", "application/json", "{\"hangs\":1}").status()).isEqualTo(400);
    }
}
