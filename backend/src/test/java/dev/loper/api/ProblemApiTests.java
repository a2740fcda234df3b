package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What does not fit is refused with the field at fault, on every endpoint alike.
class ProblemApiTests extends ApiCase {

    @Test
    void aValueOfAnotherTypeNamesItsField() {
        for (Described.Endpoint endpoint : Described.endpoints()) {
            JsonNode body = endpoint.body();
            if (body != null) {
                body.path("properties").forEachEntry((name, property) -> {
                    Answer refusal = send(endpoint, Map.of(name, wrong(Described.typesOf(property))));
                    assertThat(refusal.status()).as("%s %s with a wrong %s: %s", endpoint.method(), endpoint.path(),
                            name, refusal.raw().body()).isIn(400, 422);
                    assertThat(refusal.field()).as("%s %s with a wrong %s", endpoint.method(), endpoint.path(),
                            name).startsWith(name);
                });
            }
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        for (Described.Endpoint endpoint : Described.endpoints()) {
            JsonNode body = endpoint.body();
            if (body != null && !body.path("required").isEmpty()) {
                Answer refusal = send(endpoint, Map.of());
                assertThat(refusal.status()).as("%s %s with nothing", endpoint.method(), endpoint.path()).isEqualTo(
                        422);
                assertThat(words(body.get("required"))).as("%s %s with nothing", endpoint.method(),
                        endpoint.path()).contains(refusal.field());
            }
        }
    }

    @Test
    void aBodyThatIsNotThereOrNoJsonIsRefused() {
        Talk talk = text();
        refused(noor().send("POST", talk.at("/messages"), ""), 422, "invalid", "body");
        refused(noor().send("POST", talk.at("/messages"), "{\"text\": "), 400, "bad-request");
        refused(noor().send("POST", talk.at("/messages"), "null"), 422, "invalid", "body");
        refused(noor().send("POST", talk.at("/messages"), "[]"), 422, "invalid", "body");
    }

    @Test
    void aDeepFaultIsNamedByItsPath() {
        refused(noor().post("/api/v1/imports/messages", Map.of("source", "x", "messages", List.of(Map.of("id", "1"),
                Map.of("customer", Map.of("name", List.of()))))), 422, "invalid", "messages[1].customer.name");
        refused(noor().post(text().topicAt("/snooze"), Map.of("until", "tomorrow")), 422, "invalid", "until");
    }

    @Test
    void aMissingParameterAndAMissingPartAreNamed() throws Exception {
        refused(noor().get("/api/v1/invitation"), 422, "invalid", "Loper-Link");
        refused(noor().get("/api/v1/setup"), 422, "invalid", "Loper-Link");
        JsonNode noFile = form("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n");
        assertThat(noFile.get("type").asString()).isEqualTo("invalid");
        assertThat(noFile.get("field").asString()).isEqualTo("file");
        assertThat(form("no form at all").get("status").asInt()).isIn(400, 422);
    }

    @Test
    void whoeverIsNotSignedInSendsLittle() throws Exception {
        String large = "{\"email\":\"" + "x".repeat(64 * 1024) + "\",\"password\":\"x\"}";
        for (String door : List.of("/api/v1/session", "/api/v1/setup", "/api/v1/invitation")) {
            Browser stranger = new Browser(port);
            stranger.get("/api/v1/session");
            refused(new Caller(stranger).post(door, large), 413, "too-large");
            refused(new Caller(stranger.inChunks()).post(door, large), 413, "too-large");
        }
    }

    @Test
    void ourPeopleSendMoreAndNotEverything() {
        String some = "{\"clientId\":\"1\",\"text\":\"" + "x".repeat(1024 * 1024) + "\"}";
        String large = "{\"clientId\":\"1\",\"text\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}";
        Talk talk = text();
        Caller inChunks = new Caller(new Browser(port).with("Authorization", "Bearer loper_demo").inChunks());
        assertThat(noor().post(talk.at("/notes"), some).status()).isEqualTo(422);
        assertThat(inChunks.post(talk.at("/notes"), some).status()).isEqualTo(422);
        refused(noor().post(talk.at("/notes"), large), 413, "too-large");
        refused(inChunks.post(talk.at("/notes"), large), 413, "too-large");
        refused(inChunks.sending("Idempotency-Key", mark).post(talk.at("/notes"), large), 413, "too-large");
    }

    private JsonNode form(String body) throws IOException, InterruptedException {
        return new JsonMapper().readTree(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + port + "/api/v1/attachments")).header("Authorization",
                        "Bearer loper_demo").header(
                                "Content-Type", "multipart/form-data; boundary=b").POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                body)).build(),
                BodyHandlers.ofString()).body());
    }

    private Answer send(Described.Endpoint endpoint, Map<String, ?> body) {
        return noor().send(endpoint.method(), endpoint.path().replaceAll("\\{[^}]+}", "none"), body);
    }

    private static Object wrong(List<String> types) {
        return types.contains("object") ? "no object" : Map.of("no", Objects.requireNonNull(types.getFirst()));
    }
}
