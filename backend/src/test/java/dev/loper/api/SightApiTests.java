package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Browser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Roles × queues: what one may not see is not there, what one may not do is refused.
class SightApiTests extends ApiCase {

    /// Whatever the description has below a conversation, a topic, a customer or a promise is asked, with what is really there.
    @Test
    void whatIsInAnotherQueueIsNotThereForAnyEndpoint() {
        Talk talk = in("billing", text("A secret marzipan, " + mark));
        String promise = noor().does(talk.at("/promises"), filled(Map.of("heard", "marzipan", "action", "marzipan"),
                talk)).get("id").asString();
        Map<String, String> ids = Map.of("conversations", talk.conversation(), "topics", talk.topic(), "customers",
                talk.customer(), "promises", promise);
        Caller stranger = agent("orders");
        int asked = 0;
        for (Described.Endpoint endpoint : Described.endpoints()) {
            String kind = endpoint.path().split("/")[3];
            if (ids.containsKey(kind) && endpoint.path().contains("{id}") && !isForSome(endpoint)) {
                String path = endpoint.path().replace("{id}", ids.get(kind)).replace("{entry}", talk.entry()).replace(
                        "{kind}", "order-number").replaceAll("\\{[^}]+}", "none")
                        + (endpoint.path().endsWith("/moment")
                                ? "?text=tomorrow"
                                : "");
                Browser.Answer answer = stranger.send(endpoint.method(), path, body(endpoint, talk));
                assertThat(answer.status() + " " + answer.type()).as("%s %s: %s", endpoint.method(), path,
                        answer.raw().body()).isEqualTo("404 not-found");
                assertThat(answer.raw().body()).doesNotContain("marzipan");
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(50);
        assertThat(entries(talk)).filteredOn(entry -> entry.get("type").asString().equals("message")).hasSize(2);
        assertThat(entries(talk)).noneMatch(entry -> entry.get("type").asString().equals("note"));
    }

    /// Whether a role decides before sight does; the tests of the roles below ask those.
    private static boolean isForSome(Described.Endpoint endpoint) {
        return endpoint.operation().at("/responses/403/description").asString("").contains("only ");
    }

    /// A body that is what the endpoint asks for, so that nothing but sight refuses it.
    private @Nullable Map<String, Object> body(Described.Endpoint endpoint, Talk talk) {
        JsonNode schema = endpoint.body();
        if (schema == null) {
            return null;
        }
        Map<String, Object> asked = new HashMap<>();
        schema.path("required").forEach(name -> asked.put(name.asString(), sample(schema.at("/properties/"
                + name.asString()))));
        schema.path("properties").propertyNames().forEach(name -> {
            if (name.equals("clientId") || name.equals("topic")) {
                asked.put(name, "");
            }
        });
        return filled(asked, talk);
    }

    /// What is meant by its name is what is there.
    private Map<String, Object> filled(Map<String, Object> body, Talk talk) {
        Map<String, Object> real = new HashMap<>(Map.of("channel", "sms", "dueAt", inDays(1), "until", inDays(1),
                "entry", talk.entry(), "topic", talk.topic(), "clientId", mark + "-sight", "queue", "orders", "to",
                "email"));
        Map<String, Object> whole = new HashMap<>(body);
        whole.replaceAll((name, value) -> real.getOrDefault(name, value));
        if (body.containsKey("heard")) {
            List.of("channel", "dueAt", "clientId").forEach(name -> whole.put(name, real.get(name)));
        }
        return whole;
    }

    private static Object sample(JsonNode property) {
        JsonNode schema = Described.resolved(property);
        List<String> types = Described.typesOf(property);
        if (schema.path("enum").isArray()) {
            return schema.at("/enum/0").asString();
        }
        if (types.contains("boolean")) {
            return true;
        }
        if (types.contains("array")) {
            return List.of(sample(schema.path("items")));
        }
        return types.contains("object") ? Map.of() : types.contains("integer") ? 1 : "something";
    }

    @Test
    void theEntriesOfHiddenTopicsCollapseToOneThatSaysNothing() {
        Talk talk = text("Where is my invoice? " + mark);
        in("billing", talk);
        String more = intake.accept(Given.sms().from(talk.from()).saying("It was 80 euro.").build()).entry().value();
        String other = intake.accept(Given.sms().from(talk.from()).saying("And a lamp.").build()).entry().value();
        String lamp = noor().does(talk.at("/entries/" + other + "/move"), Map.of("topic", "new")).at(
                "/topic/id").asString();
        noor().send("POST", "/api/v1/topics/" + lamp + "/queue", Map.of("queue", "orders"));

        Caller agent = agent("orders");
        List<JsonNode> read = list(agent.read(talk.at("/entries")).get("items"));
        assertThat(read.stream().map(entry -> entry.get("type").asString())).containsOnlyOnce("hidden").contains(
                "message");
        JsonNode hidden = read.stream().filter(entry -> entry.get("type").asString().equals(
                "hidden")).findFirst().orElseThrow();
        assertThat(hidden.get("text").asString()).isEmpty();
        assertThat(hidden.get("topic").asString()).isEmpty();
        assertThat(hidden.at("/author/name").asString()).isEmpty();
        assertThat(agent.get(talk.at("/entries")).raw().body()).doesNotContain("80 euro", "invoice");
        assertThat(list(agent.read(talk.at("")).get("topics")).stream().map(
                topic -> topic.get("id").asString())).containsExactly(lamp);
        refused(agent.post(talk.at("/entries/" + more + "/move"), Map.of("topic", lamp)), 404, "not-found");
        refused(agent.post(talk.at("/entries/" + other + "/move"), Map.of("topic", talk.topic())), 404, "not-found");
        refused(agent.get(talk.at("/entries?topic=" + talk.topic())), 404, "not-found");
    }

    @Test
    void whatOnlyAdministratorsMayIsRefusedToAgentsAndSupervisors() {
        for (String role : List.of("agent", "supervisor")) {
            Caller caller = as(somebody(role));
            for (Described.Endpoint endpoint : Described.endpoints()) {
                if (endpoint.operation().at("/responses/403/description").asString("").contains(
                        "only administrators may")) {
                    refused(caller.send(endpoint.method(), endpoint.path().replaceAll("\\{[^}]+}", "none"), Map.of()),
                            403, "forbidden");
                }
            }
        }
    }

    @Test
    void whatOnlySupervisorsMayIsRefusedToAgents() {
        Caller agent = agent();
        for (Described.Endpoint endpoint : Described.endpoints()) {
            if (endpoint.operation().at("/responses/403/description").asString("").contains("only supervisors and")) {
                refused(agent.send(endpoint.method(), endpoint.path().replaceAll("\\{[^}]+}", "none"), Map.of()), 403,
                        "forbidden");
            }
        }
    }

    @Test
    void nothingIsThereForAStranger() {
        Caller stranger = Caller.with(port, "loper_wrong");
        for (Described.Endpoint endpoint : Described.endpoints()) {
            if (!endpoint.operation().path("security").isArray()) {
                refused(stranger.send(endpoint.method(), endpoint.path().replaceAll("\\{[^}]+}", "none"), Map.of()),
                        401, "sign-in-required");
            }
        }
    }

    @Test
    void anUnknownAddressIsNotFoundAndAnotherMethodNotAllowed() {
        refused(noor().get("/api/v1/nothing"), 404, "not-found");
        refused(noor().send("DELETE", "/api/v1/inbox", null), 405, "method-not-allowed");
    }
}
