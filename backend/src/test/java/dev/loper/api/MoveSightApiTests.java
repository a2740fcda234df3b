package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Moving to another customer is no way to see, or to touch, what is in another queue.
class MoveSightApiTests extends ApiCase {

    @Test
    void whoDoesNotSeeATopicCannotMoveIt() {
        Talk hidden = in("billing", text());
        Talk own = in("orders", text());
        Caller agent = agent("orders");

        refused(agent.post(hidden.at("/moves"), Map.of("topic", hidden.topic())), 404, "not-found");
        refused(agent.post(hidden.at("/moves"), Map.of("entry", hidden.entry())), 404, "not-found");
        refused(agent.post(own.at("/moves"), Map.of("topic", hidden.topic())), 422, "unknown-topic");
        refused(agent.post(own.at("/moves"), Map.of("entry", hidden.entry())), 404, "not-found");
        refused(agent.post("/api/v1/customers/" + hidden.customer() + "/splits",
                Map.of("topics", List.of(hidden.topic()))), 404, "not-found");
        refused(agent.post("/api/v1/customers/" + own.customer() + "/splits",
                Map.of("topics", List.of(hidden.topic()))), 422, "unknown-topic");
        assertThat(entries(hidden)).filteredOn(entry -> entry.get("type").asString().equals("message")).hasSize(1);
    }

    @Test
    void nothingGoesToACustomerWhomOneDoesNotSee() {
        Talk hidden = in("billing", text());
        Talk own = in("orders", text());
        Caller agent = agent("orders");

        refused(agent.post(own.at("/moves"), Map.of("topic", own.topic(), "customer", hidden.customer())), 404,
                "not-found");
        refused(agent.post(own.at("/moves"), Map.of("entry", own.entry(), "customer", hidden.customer())), 404,
                "not-found");
        assertThat(entries(hidden)).filteredOn(entry -> entry.get("type").asString().equals("message")).hasSize(1);
    }

    @Test
    void aTopicOfAnotherQueueIsNotFoundBesideOneThatIsSeen() {
        Talk talk = in("billing", text("My bill, " + mark));
        Talk other = in("orders", text());
        String moved = noor().does(talk.at("/moves"), Map.of("topic", talk.topic(), "customer", other.customer())).get(
                "id").asString();
        Caller agent = agent("orders");

        assertThat(agent.get(other.at("/entries")).raw().body()).doesNotContain("My bill");
        refused(agent.post(other.at("/moves"), Map.of("topic", talk.topic())), 422, "unknown-topic");
        refused(agent.post(other.at("/moves"), Map.of("entry", talk.entry())), 404, "not-found");
        refused(agent.get(other.at("/moves/" + moved)), 404, "not-found");
        refused(agent.send("DELETE", other.at("/moves/" + moved), null), 404, "not-found");
        refused(agent.send("DELETE", "/api/v1/customers/" + other.customer() + "/splits/" + moved, null), 403,
                "another-queue");
    }

    @Test
    void whatWentOnToAQueueOneDoesNotSeeStaysThere() {
        Talk talk = in("orders", text());
        Talk other = in("orders", text());
        Caller agent = agent("orders");
        String moved = agent.does(talk.at("/moves"), Map.of("topic", talk.topic(), "customer", other.customer())).get(
                "id").asString();
        in("billing", talk);

        refused(agent.send("DELETE", other.at("/moves/" + moved), null), 404, "not-found");
        assertThat(noor().send("DELETE", other.at("/moves/" + moved), null).status()).isEqualTo(200);
    }
}
