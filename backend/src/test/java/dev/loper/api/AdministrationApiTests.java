package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Tokens, people, the audit and imports.
class AdministrationApiTests extends ApiCase {

    @Test
    void aTokenActsAsItsPersonUntilItIsRevoked() {
        String person = somebody("agent");
        Answer made = noor().post("/api/v1/tokens", Map.of("name", "For " + mark, "person", person));
        assertThat(made.status()).isEqualTo(201);
        String secret = made.body().get("token").asString();
        assertThat(secret).startsWith("loper_");
        Caller caller = Caller.with(port, secret);
        assertThat(caller.read("/api/v1/session").at("/person/id").asString()).isEqualTo(person);
        refused(caller.send("PUT", "/api/v1/session/password", Map.of("current", "a long enough passphrase", "next",
                "another long passphrase")), 403, "forbidden");

        JsonNode listed = list(noor().read("/api/v1/tokens").get("items")).stream().filter(
                token -> token.get("name").asString().equals("For " + mark)).findFirst().orElseThrow();
        assertThat(listed.get("token").isNull()).isTrue();
        assertThat(listed.get("person").asString()).isEqualTo(person);
        String path = "/api/v1/tokens/" + listed.get("id").asString();
        assertThat(noor().send("DELETE", path, null).status()).isEqualTo(204);
        refused(caller.get("/api/v1/inbox"), 401, "sign-in-required");
        refused(noor().send("DELETE", path, null), 404, "not-found");
        refused(noor().post("/api/v1/tokens", Map.of("name", "x", "person", "nobody")), 422, "invalid", "person");
        refused(noor().post("/api/v1/tokens", Map.of()), 422, "invalid", "name");
    }

    @Test
    void aTokenForStepsTellsStepsAndOpensNothingElse() {
        Answer made = noor().post("/api/v1/tokens", Map.of("name", "Shop " + mark, "scope", "steps"));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.body().get("scope").asString()).isEqualTo("steps");
        Caller shop = Caller.with(port, made.body().get("token").asString());

        Map<String, Object> told = Map.of("visitor", "v".repeat(22), "steps", List.of(Map.of("id", "1", "at",
                "2026-11-01T10:00:00Z", "kind", "order", "name", "Order paid")));
        assertThat(shop.post("/api/v1/steps", told).status()).isEqualTo(204);

        for (String path : List.of("inbox", "people", "queues", "promises", "tokens", "audit")) {
            refused(shop.get("/api/v1/" + path), 403, "forbidden");
        }
        refused(shop.post("/api/v1/tokens", Map.of("name", "More")), 403, "forbidden");
        refused(agent().post("/api/v1/steps", told), 403, "forbidden");
        refused(noor().post("/api/v1/tokens", Map.of("name", "x", "scope", "everything")), 422, "invalid", "scope");
    }

    @Test
    void peopleAreKnownToEachOtherAndTheirAddressesToAdministrators() {
        String person = somebody("agent");
        JsonNode seen = colleague(agent(), person);
        assertThat(seen.get("name").asString()).isEqualTo("Somebody " + mark);
        assertThat(seen.get("email").isNull()).isTrue();
        assertThat(seen.get("active").asBoolean()).isTrue();
        assertThat(words(seen.get("roles"))).containsExactly("agent");
        assertThat(colleague(noor(), person).get("email").asString()).endsWith("@loper.test");
    }

    @Test
    void aPersonIsAddedOnceAndEndsTheirWork() {
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "New", "email", "new." + mark + "@loper.test",
                "password", "a long enough passphrase", "roles", List.of("agent")));
        Answer added = noor().post("/api/v1/people", wanted);
        assertThat(added.status()).isEqualTo(201);
        String id = added.body().get("id").asString();
        refused(noor().post("/api/v1/people", wanted), 409, "email-taken", "email");
        wanted.put("email", "no address");
        refused(noor().post("/api/v1/people", wanted), 422, "invalid", "email");
        Caller caller = as(id);
        caller.read("/api/v1/inbox");
        assertThat(noor().send("PATCH", "/api/v1/people/" + id, Map.of("active", false)).body().get(
                "active").asBoolean()).isFalse();
        refused(caller.get("/api/v1/inbox"), 401, "sign-in-required");
        refused(noor().send("PATCH", "/api/v1/people/nobody", Map.of("name", "x")), 404, "not-found");
    }

    @Test
    void whoeverLeftKeepsTheirNameInWhatTheyWrote() {
        String id = somebody("agent");
        noor().done("PATCH", "/api/v1/people/" + id, Map.of("name", "Anna " + mark));
        Talk talk = text();
        as(id).does(talk.at("/messages"), answer("It is on its way."));

        noor().done("PATCH", "/api/v1/people/" + id, Map.of("active", false));

        assertThat(entries(talk)).anyMatch(entry -> entry.at("/author/name").asString("").equals("Anna " + mark));
        assertThat(list(noor().read("/api/v1/people").get("items"))).anyMatch(person -> person.get(
                "id").asString().equals(id) && !person.get("active").asBoolean()
                && person.get("name").asString().equals(
                        "Anna " + mark));
    }

    @Test
    void theAuditSaysWhoDidWhatPageByPage() {
        for (int i = 0; i < 52; i++) {
            somebody("agent");
        }
        JsonNode first = noor().read("/api/v1/audit");
        assertThat(first.get("items")).hasSize(50);
        JsonNode record = first.get("items").get(0);
        assertThat(record.get("what").asString()).isEqualTo("person-added");
        assertThat(record.get("who").asString()).isEqualTo("noor");
        assertThat(record.at("/details/roles").asString()).isEqualTo("agent");
        JsonNode second = noor().read("/api/v1/audit?cursor=" + encoded(first.get("next")));
        List<String> ids = new ArrayList<>();
        List.of(first, second).forEach(page -> list(page.get("items")).forEach(
                one -> ids.add(one.get("id").asString())));
        assertThat(ids).hasSizeGreaterThan(52).doesNotHaveDuplicates();
    }

    @Test
    void theAuditSaysWhatTheIdsInItAreCalled() {
        Talk talk = text();
        noor().done("PATCH", "/api/v1/customers/" + talk.customer(), Map.of("name", "Ada Lovelace " + mark));
        String team = noor().does("/api/v1/teams", Map.of("name", "Evening " + mark, "members", List.of())).get(
                "id").asString();
        noor().does("/api/v1/people/" + somebody("agent") + "/teams", Map.of("teams", List.of(team)));

        JsonNode page = noor().read("/api/v1/audit");

        assertThat(page.at("/names/" + talk.customer()).asString()).isEqualTo("Ada Lovelace " + mark);
        assertThat(page.at("/names/" + team).asString()).isEqualTo("Evening " + mark);
    }

    @Test
    void anImportKeepsEachMessageOnceAtItsOriginalTime() {
        Map<String, Object> message = Map.of("id", "1", "channel", "sms", "direction", "in", "at",
                "2024-03-01T10:00:00Z", "customer", Map.of("address", phone().value(), "name", "Ada"), "text",
                "From before");
        Map<String, Object> batch = Map.of("source", "s" + mark, "messages", List.of(message, Map.of("id", "2")));
        JsonNode outcomes = noor().does("/api/v1/imports/messages", batch).get("items");
        assertThat(outcomes.get(0).get("outcome").asString()).isEqualTo("stored");
        assertThat(outcomes.get(1).get("outcome").asString()).isEqualTo("refused");
        assertThat(outcomes.get(1).get("field").asString()).isEqualTo("channel");
        assertThat(noor().does("/api/v1/imports/messages", batch).at("/items/0/outcome").asString()).isEqualTo(
                "repeat");
        refused(noor().post("/api/v1/imports/messages", Map.of("source", "No Source", "messages", List.of(message))),
                422, "invalid", "source");
        refused(noor().post("/api/v1/imports/messages", Map.of("source", "x", "messages", List.of())), 422, "invalid",
                "messages");
    }

    @Test
    void aSessionBeginsWithASignInAndEndsWithASignOut() {
        Browser browser = signedIn("lotte");
        Answer session = browser.get("/api/v1/session");
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.body().at("/person/id").asString()).isEqualTo("lotte");
        assertThat(words(session.body().at("/person/roles"))).containsExactly("agent");
        assertThat(browser.get("/api/v1/inbox").status()).isEqualTo(200);
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
        refused(browser.get("/api/v1/inbox"), 401, "sign-in-required");
        refused(browser.signIn("lotte@loper.test", "wrong"), 401, "wrong-sign-in");
    }

    @Test
    void aWriteWithoutTheFormTokenIsRefused() {
        Talk talk = text();
        Browser browser = signedIn("lotte").with("X-XSRF-TOKEN", "forged");
        refused(browser.post(talk.topicAt("/resolve"), Map.of()), 403, "form-token-missing");
        refused(signedIn("lotte").with("Sec-Fetch-Site", "cross-site").post(talk.topicAt("/resolve"), Map.of()), 403,
                "wrong-origin");
        assertThat(noor().read(talk.at("")).at("/topics/0/status").asString()).isEqualTo("open");
    }

    private static JsonNode colleague(Caller who, String id) {
        return list(who.read("/api/v1/people").get("items")).stream().filter(
                one -> one.get("id").asString().equals(id)).findFirst().orElseThrow();
    }
}
