package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Roles × queues: what one may not see is not there, what one may not do is refused.
class SightApiTests extends ApiCase {

    @Test
    void whatIsInAnotherQueueIsNotThereForAnyEndpoint() {
        Talk talk = in("billing", text());
        Caller stranger = agent("orders");
        for (String path : List.of(talk.at(""), talk.at("/entries"), talk.at("/reply-options"), talk.at("/promises"),
                "/api/v1/customers/" + talk.customer(), "/api/v1/customers/" + talk.customer() + "/merges",
                talk.entryAt("/attachments/none"))) {
            refused(stranger.get(path), 404, "not-found");
        }
        Map<String, Object> note = Map.of("topic", talk.topic(), "text", "x", "clientId", mark);
        Map<String, Object> promise = Map.of("heard", "x", "action", "y", "dueAt", inDays(1), "channel", "sms",
                "clientId", mark);
        Map<String, Object> writes = Map.ofEntries(Map.entry(talk.at("/messages"), answer("x")), Map.entry(talk.at(
                "/notes"), note), Map.entry(talk.at("/promises"), promise),
                Map.entry(talk.at("/promises/preview"),
                        promise),
                Map.entry(talk.entryAt("/move"), Map.of("topic", "new")),
                Map.entry(talk.entryAt("/withdraw"),
                        Map.of()),
                Map.entry(talk.entryAt("/retry"), Map.of()),
                Map.entry(talk.topicAt("/resolve"), Map.of()), Map.entry(talk.topicAt("/reopen"), Map.of()),
                Map.entry(
                        talk.topicAt("/assign"), Map.of("assignee", "lotte")),
                Map.entry(talk.topicAt("/snooze"), Map.of(
                        "until", inDays(1))),
                Map.entry(talk.topicAt("/read"), Map.of("entry", talk.entry())),
                Map.entry(talk.topicAt("/queue"), Map.of("queue", "orders")));
        writes.forEach((path, body) -> refused(stranger.post(path, body), 404, "not-found"));
        refused(stranger.send("PATCH", talk.topicAt(""), Map.of("title", "Mine")), 404, "not-found");
        assertThat(entries(talk)).filteredOn(entry -> entry.get("type").asString().equals("message")).hasSize(1);
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
