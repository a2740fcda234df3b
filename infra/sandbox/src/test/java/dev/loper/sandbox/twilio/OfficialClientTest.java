package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import dev.loper.sandbox.Product;
import dev.loper.sandbox.SandboxTest;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Twilio's own Java client against the stand-in.
class OfficialClientTest extends SandboxTest {

    @Test
    void itSendsAndFetches() {
        Message sent = Message.creator(new PhoneNumber(EVA), new PhoneNumber(SMS), "Hello").create(client());

        assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
        await().until(() -> Message.fetcher(sent.getSid()).fetch(client()).getStatus() == Message.Status.DELIVERED);
    }

    @Test
    void itReadsARefusal() {
        Assertions.assertThatThrownBy(
                () -> Message.creator(new PhoneNumber("+0123"), new PhoneNumber(SMS), "Hello").create(
                        client())).isInstanceOfSatisfying(ApiException.class, refusal -> {
                            assertThat(refusal.getCode()).isEqualTo(21211);
                            assertThat(refusal.getStatusCode()).isEqualTo(400);
                        });
    }

    @Test
    void itFindsWhatTheProductMissed() {
        ZonedDateTime before = ZonedDateTime.now(java.time.ZoneOffset.UTC).minusMinutes(5);
        for (String text : List.of("one", "two", "three")) {
            post("/api/phones/" + EVA + "/messages?wait=true", "{\"channel\":\"sms\",\"text\":\"" + text + "\"}");
        }

        List<String> missed = StreamSupport.stream(
                Message.reader().setTo(new PhoneNumber(SMS)).setDateSentAfter(before).setPageSize(2L).read(
                        client()).spliterator(),
                false).map(Message::getBody).toList();

        assertThat(missed).containsExactly("three", "two", "one");
    }

    @Test
    void itAcceptsTheSignatures() {
        post("/api/phones/" + EVA + "/messages?wait=true",
                "{\"channel\":\"whatsapp\",\"text\":\"Hé & wat + is 100% é\\n😀\"}");

        Product.Heard heard = product.heard("/hooks/twilio/whatsapp-main/message").getFirst();
        RequestValidator official = new RequestValidator(TOKEN);
        assertThat(official.validate(product.url() + heard.path(), heard.form(), heard.signature())).isTrue();
        assertThat(official.validate(product.url() + heard.path() + "x", heard.form(), heard.signature())).isFalse();
    }

    private TwilioRestClient client() {
        return new TwilioRestClient.Builder(ACCOUNT, TOKEN).httpClient(new ToTheSandbox()).build();
    }

    /// Sends to the sandbox what was meant for Twilio.
    private final class ToTheSandbox extends HttpClient {

        @Override
        public Response makeRequest(Request request) {
            String url = request.constructURL().toString().replace("https://api.twilio.com",
                    "http://localhost:" + port);
            HttpRequest.Builder mine = HttpRequest.newBuilder(URI.create(url)).header("Authorization",
                    request.getAuthString());
            switch (request.getMethod()) {
                case GET -> mine.GET();
                default -> mine.header("Content-Type", "application/x-www-form-urlencoded").POST(
                        BodyPublishers.ofString(request.encodeFormBody()));
            }
            try (java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient()) {
                var answer = http.send(mine.build(), BodyHandlers.ofString());
                return new Response(answer.body(), answer.statusCode());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted", e);
            }
        }
    }
}
