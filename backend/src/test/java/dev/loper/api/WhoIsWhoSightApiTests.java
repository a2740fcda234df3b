package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Joining customers and taking them apart is no way to see, count or touch what is in another queue.
class WhoIsWhoSightApiTests extends ApiCase {

    /// One customer by phone and by mail, with a matter of both addresses in billing and another one in orders.
    private record Both(Talk phone, String merge) {

        String customer() {
            return "/api/v1/customers/" + phone.customer();
        }
    }

    private Both both() {
        Talk phone = text("The secret invoice " + mark);
        Talk mail = mail("Invoice", "As I said by phone.");
        String merge = noor().does("/api/v1/customers/" + phone.customer() + "/merges",
                Map.of("with", mail.customer())).get("id").asString();
        noor().does(phone.at("/entries/" + mail.entry() + "/move"), Map.of("topic", phone.topic()));
        String more = intake.accept(Given.sms().from(phone.from()).saying("And my lamp.").build()).entry().value();
        String lamp = noor().does(phone.at("/entries/" + more + "/move"), Map.of("topic", "new")).at(
                "/topic/id").asString();
        noor().send("POST", "/api/v1/topics/" + lamp + "/queue", Map.of("queue", "orders"));
        in("billing", phone);
        return new Both(phone, merge);
    }

    private String addressOf(Both both) {
        return both.phone().from().key();
    }

    @Test
    void whatUndoingComesToNamesAndCountsNothingThatIsHidden() {
        Both both = both();

        var shown = agent("orders").get(both.customer() + "/merges/" + both.merge());

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.raw().body()).doesNotContain("secret invoice");
        JsonNode undo = shown.body().get("undo");
        assertThat(undo.get("twins")).isEmpty();
        assertThat(undo.get("exact").asBoolean()).isFalse();
        assertThat(undo.get("since").asInt()).isEqualTo(1);
        assertThat(undo.at("/stays/topics").asInt() + undo.at("/goes/topics").asInt()).isEqualTo(1);
        assertThat(undo.at("/stays/entries").asInt() + undo.at("/goes/entries").asInt()).isLessThan(4);
        JsonNode whole = noor().read(both.customer() + "/merges/" + both.merge()).get("undo");
        assertThat(whole.at("/twins/0/title").asString()).contains("secret invoice");
    }

    @Test
    void whoSeesOneTopicOfACustomerDoesNothingAboutTheOthers() {
        Both both = both();
        Talk own = in("orders", text());
        Caller agent = agent("orders");
        Map<String, Object> address = Map.of("identities", List.of(addressOf(both)));

        refused(agent.post(both.customer() + "/merges", Map.of("with", own.customer(), "preview", true)), 403,
                "another-queue");
        refused(agent.post("/api/v1/customers/" + own.customer() + "/merges",
                Map.of("with", both.phone().customer())), 403, "another-queue");
        refused(agent.send("DELETE", both.customer() + "/merges/" + both.merge(), null), 403, "another-queue");
        refused(agent.post(both.customer() + "/detachments", address), 403, "another-queue");
        refused(agent.post(both.customer() + "/splits", address), 403, "another-queue");
        refused(agent.send("PUT", both.customer() + "/shared-identities",
                Map.of("identity", addressOf(both), "shared", true)), 403, "another-queue");
        assertThat(noor().read(both.customer()).get("identities")).hasSize(2);
    }

    @Test
    void whatWasTakenApartWithAHiddenTopicComesBackOnlyByThoseWhoSeeIt() {
        Both both = both();
        JsonNode done = noor().does(both.customer() + "/detachments",
                Map.of("identities", List.of(addressOf(both))));
        String detached = done.get("id").asString();
        String customer = "/api/v1/customers/" + done.at("/apart/id").asString();
        Caller agent = agent("orders");

        assertThat(agent.get(customer + "/detachments/" + detached).raw().body()).doesNotContain("secret invoice");
        refused(agent.send("DELETE", customer + "/detachments/" + detached, null), 403, "another-queue");
        refused(agent.send("DELETE", customer + "/splits/" + detached, null), 403, "another-queue");
        assertThat(noor().send("DELETE", customer + "/detachments/" + detached, null).status()).isEqualTo(200);
    }

    @Test
    void whoMayAnswerAllOfItJoinsThemAndTakesThemApart() {
        Talk one = in("orders", text());
        Talk other = in("orders", text());
        Caller agent = agent("orders");
        String path = "/api/v1/customers/" + one.customer() + "/merges";

        String merge = agent.does(path, Map.of("with", other.customer())).get("id").asString();
        assertThat(agent.read(path + "/" + merge).at("/undo/goes/topics").asInt()).isEqualTo(1);
        assertThat(agent.send("DELETE", path + "/" + merge, null).status()).isEqualTo(200);
    }

    @Test
    void anOrderNumberSaidInAHiddenTopicSuggestsNobody() {
        String order = "order 77" + Math.abs(mark.hashCode());
        Talk hidden = in("billing", text("It is " + order));
        beside(hidden);
        Talk own = in("orders", text("Where is " + order + "?"));
        Caller agent = agent("orders");

        assertThat(agent.read(suggestions(own)).get("items")).isEmpty();
        assertThat(agent.read(suggestions(hidden)).get("items")).isEmpty();
        assertThat(noor().read(suggestions(own)).at("/items/0/evidence/0/kind").asString()).isEqualTo("same-order");

        in("orders", hidden);
        assertThat(agent.read(suggestions(own)).at("/items/0/evidence/0/kind").asString()).isEqualTo("same-order");
    }

    /// The same customer has a matter in orders, too: they are there for whoever works in orders.
    private void beside(Talk talk) {
        String more = intake.accept(Given.sms().from(talk.from()).saying("And my lamp.").build()).entry().value();
        String lamp = noor().does(talk.at("/entries/" + more + "/move"), Map.of("topic", "new")).at(
                "/topic/id").asString();
        noor().send("POST", "/api/v1/topics/" + lamp + "/queue", Map.of("queue", "orders"));
    }

    private static String suggestions(Talk talk) {
        return "/api/v1/customers/" + talk.customer() + "/suggestions";
    }
}
