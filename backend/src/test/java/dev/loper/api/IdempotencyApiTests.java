package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// `Idempotency-Key`: a write that is sent again is carried out once.
class IdempotencyApiTests extends ApiCase {

    @Test
    void aRepeatGetsTheFirstAnswerAndIsCarriedOutOnce() {
        Caller noor = keyed(mark);
        Answer first = noor.post("/api/v1/teams", team("A"));
        Answer again = noor.post("/api/v1/teams", team("A"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(teams("A")).isEqualTo(1);
    }

    @Test
    void anAnswerThatShowedASecretOnceShowsItToItsRepeatOnly() {
        Caller noor = keyed(mark);
        Map<String, Object> wanted = Map.of("name", "For " + mark);
        String secret = noor.post("/api/v1/tokens", wanted).body().get("token").asString();
        assertThat(noor.post("/api/v1/tokens", wanted).body().get("token").asString()).isEqualTo(secret);
        assertThat(Caller.with(port, secret).get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void anAnswerWithoutABodyComesAgainToo() {
        String token = noor().does("/api/v1/tokens", Map.of("name", mark)).get("id").asString();
        Caller noor = keyed(mark);
        assertThat(noor.send("DELETE", "/api/v1/tokens/" + token, null).status()).isEqualTo(204);
        assertThat(noor.send("DELETE", "/api/v1/tokens/" + token, null).status()).isEqualTo(204);
        refused(noor().send("DELETE", "/api/v1/tokens/" + token, null), 404, "not-found");
    }

    @Test
    void aKeyIsForOneRequest() {
        Caller noor = keyed(mark);
        noor.post("/api/v1/teams", team("A"));
        refused(noor.post("/api/v1/teams", team("B")), 422, "key-used", "Idempotency-Key");
        refused(noor.post("/api/v1/departments", team("A")), 422, "key-used", "Idempotency-Key");
        refused(noor.post("/api/v1/teams?other=1", team("A")), 422, "key-used", "Idempotency-Key");
        refused(noor.send("PUT", "/api/v1/queues/none", team("A")), 422, "key-used", "Idempotency-Key");
        assertThat(teams("B")).isZero();
    }

    @Test
    void aKeyIsItsPersonsOwn() {
        Talk talk = text();
        Map<String, Object> note = Map.of("topic", talk.topic(), "text", "Mine.", "clientId", mark);
        String first = agent().sending("Idempotency-Key", "1").does(talk.at("/notes"), note).get("id").asString();
        String other = agent().sending("Idempotency-Key", "1").does(talk.at("/notes"), note).get("id").asString();
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void whatFailedCanBeMendedAndSentAgain() {
        Caller noor = keyed(mark);
        refused(noor.post("/api/v1/teams", Map.of()), 422, "invalid", "name");
        assertThat(noor.post("/api/v1/teams", team("A")).status()).isEqualTo(201);
    }

    @Test
    void ofManyAtOnceOneIsCarriedOut() throws Exception {
        Caller noor = keyed(mark);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> noor.post("/api/v1/teams", team("A"))));
            }
            for (Future<Answer> one : all) {
                answers.add(one.get());
            }
        }
        assertThat(answers).allSatisfy(answer -> {
            if (answer.status() != 201) {
                refused(answer, 409, "in-progress");
                assertThat(answer.header("Retry-After")).contains("1");
            }
        });
        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(
                answer -> answer.body().get("id").asString()).distinct()).hasSize(1);
        assertThat(teams("A")).isEqualTo(1);
    }

    @Test
    void aKeyHasUpTo255VisibleCharacters() {
        refused(keyed("x".repeat(256)).post("/api/v1/teams", team("A")), 400, "invalid-key", "Idempotency-Key");
        refused(keyed("").post("/api/v1/teams", team("A")), 400, "invalid-key", "Idempotency-Key");
        refused(keyed("two words").post("/api/v1/teams", team("A")), 400, "invalid-key", "Idempotency-Key");
        assertThat(keyed(mark + "x".repeat(247)).post("/api/v1/teams", team("A")).status()).isEqualTo(201);
        Answer quoted = keyed("\"" + mark + "x".repeat(247) + "\"").post("/api/v1/teams", team("A"));
        assertThat(quoted.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aLargeAnswerIsNotKeptAndTheWriteNotRepeated() {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            messages.add(Map.of("id", "x".repeat(1000) + i));
        }
        Caller noor = keyed(mark);
        Map<String, Object> batch = Map.of("source", "s" + mark, "messages", messages);
        assertThat(noor.post("/api/v1/imports/messages", batch).status()).isEqualTo(200);
        refused(noor.post("/api/v1/imports/messages", batch), 409, "answer-not-kept");
    }

    /// It writes nothing, and nothing of a draft is kept.
    @Test
    void aLookAtADraftIsTakenAnewEachTime() {
        Talk talk = text();
        Answer first = agent().sending("Idempotency-Key", mark).post(talk.at("/draft-checks"), Map.of("text", "Hello"));
        Caller agent = agent().sending("Idempotency-Key", mark);
        assertThat(first.status()).isEqualTo(200);
        assertThat(agent.post(talk.at("/draft-checks"), Map.of("text", "Hello")).status()).isEqualTo(200);
        Answer again = agent.post(talk.at("/draft-checks"), Map.of("text", "Goodbye"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void itOpensNoDoor() {
        Caller noor = keyed(mark);
        noor.post("/api/v1/teams", team("A"));
        refused(Caller.with(port, "loper_wrong").sending("Idempotency-Key", mark).post("/api/v1/teams", team("A")),
                401, "sign-in-required");
        refused(agent().sending("Idempotency-Key", mark).post("/api/v1/teams", team("A")), 403, "forbidden");
        Browser browser = signedIn("noor").with("X-XSRF-TOKEN", "forged").with("Idempotency-Key", mark);
        refused(browser.post("/api/v1/teams", team("A")), 403, "form-token-missing");
        Browser lotte = signedIn("lotte").with("Idempotency-Key", mark);
        assertThat(lotte.delete("/api/v1/session").status()).isEqualTo(204);
        lotte.signIn("lotte@loper.test", "loper-demo");
        assertThat(lotte.delete("/api/v1/session").status()).isEqualTo(204);
        refused(lotte.get("/api/v1/inbox"), 401, "sign-in-required");
    }

    private Caller keyed(String key) {
        return noor().sending("Idempotency-Key", key);
    }

    private Map<String, Object> team(String name) {
        return Map.of("name", name + " " + mark, "members", List.of());
    }

    private long teams(String name) {
        return list(noor().read("/api/v1/teams").get("items")).stream().filter(
                team -> team.get("name").asString().equals(name + " " + mark)).count();
    }
}
