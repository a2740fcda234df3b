package dev.loper.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class DoorsTest extends SandboxTest {

    @Test
    void aTakenPortIsNamedInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MockEnvironment settings = new MockEnvironment().withProperty("server.port", "0").withProperty(
                    "sandbox.smtp-port", "0").withProperty("sandbox.imap-port", String.valueOf(other.getLocalPort()));

            assertThat(TakenPorts.firstIn(settings)).hasValueSatisfying(sentence -> assertThat(sentence).contains(
                    "port " + other.getLocalPort() + " for IMAP is taken").contains("--sandbox.imap-port="));
        }
    }

    @Test
    void freePortsAreNoReason() {
        assertThat(TakenPorts.firstIn(new MockEnvironment().withProperty("server.port", "0"))).isEmpty();
    }

    @Test
    void aForeignPageMayNotWrite() {
        Answer answer = call("POST", "/api/phones/" + EVA + "/messages", "application/json",
                "{\"channel\":\"sms\",\"text\":\"Hi\"}", "Origin", "https://evil.example");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void ourOwnPageMayWrite() {
        Answer answer = call("POST", "/api/phones/" + EVA + "/messages?wait=true", "application/json",
                "{\"channel\":\"sms\",\"text\":\"Hi\"}", "Origin", "http://localhost:" + port);

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void aForeignNameThatPointsHereGetsNothing() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(
                    "GET /api/world HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(
                            StandardCharsets.US_ASCII));
            String first = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                    StandardCharsets.US_ASCII)).readLine();
            assertThat(first).contains("403");
        }
    }

    @Test
    void aNumberThatIsNoneIsRefusedInASentence() {
        Answer answer = post("/api/phones/0612345601/messages", "{\"channel\":\"sms\",\"text\":\"Hi\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("looks like +31612345601");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"no type\\r\\nX: 1\",\"base64\":\"AQID\"}",
            "{\"type\":\"image/png\",\"base64\":\"?\"}"})
    void aPictureThatIsNoneIsRefused(String picture) {
        Answer answer = post("/api/phones/" + EVA + "/messages",
                "{\"channel\":\"sms\",\"text\":\"x\",\"media\":[" + picture + "]}");

        assertThat(answer.status()).isEqualTo(422);
    }
}
