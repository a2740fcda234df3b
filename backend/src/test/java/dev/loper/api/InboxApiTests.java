package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `GET /api/v1/inbox`: the views.
class InboxApiTests extends ApiCase {

    @Test
    void aRowTellsWhoWaitsForWhat() {
        Talk talk = in(queue(), text("My lamp flickers, " + mark));
        JsonNode page = noor().read("/api/v1/inbox?view=queue:q" + mark);
        assertThat(page.propertyNames()).contains("items", "next", "live");
        JsonNode row = page.get("items").get(0);

        assertThat(row.get("conversation").asString()).isEqualTo(talk.conversation());
        assertThat(row.at("/topic/id").asString()).isEqualTo(talk.topic());
        assertThat(row.at("/topic/title").asString()).startsWith("My lamp flickers");
        assertThat(row.at("/topic/status").asString()).isEqualTo("open");
        assertThat(row.at("/topic/assignee").isNull()).isTrue();
        assertThat(row.at("/topic/queue").asString()).isEqualTo("q" + mark);
        assertThat(row.at("/topic/waitingSince").asString()).endsWith("Z");
        assertThat(row.at("/customer/id").asString()).isEqualTo(talk.customer());
        assertThat(row.at("/customer/name").asString()).isEqualTo("Ada " + mark);
        assertThat(row.get("preview").asString()).isEqualTo("My lamp flickers, " + mark);
        assertThat(row.get("channel").asString()).isEqualTo("sms");
        assertThat(row.get("unread").asBoolean()).isTrue();
        assertThat(row.get("at").asString()).endsWith("Z");
    }

    @Test
    void theLongestWaitingComeFirstAndTheAnsweredAfterThem() {
        String queue = queue();
        Talk first = in(queue, text());
        Talk answered = in(queue, text());
        Talk last = in(queue, text());
        noor().does(answered.at("/messages"), answer("We look at it."));

        assertThat(topics("queue:" + queue)).containsExactly(first.topic(), last.topic(), answered.topic());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        String queue = queue();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            all.add(in(queue, text()).topic());
        }
        JsonNode first = noor().read("/api/v1/inbox?view=queue:" + queue);
        assertThat(first.get("items")).hasSize(50);
        JsonNode second = noor().read("/api/v1/inbox?view=queue:" + queue + "&cursor=" + encoded(first.get("next")));

        assertThat(second.get("next").isNull()).isTrue();
        List<String> read = new ArrayList<>(ids(first));
        read.addAll(ids(second));
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void whatIsAssignedToOneIsTheirsAndNobodyElses() {
        Talk talk = text();
        String me = somebody("agent");
        noor().does(talk.topicAt("/assign"), Map.of("assignee", me));

        assertThat(ids(as(me).read("/api/v1/inbox?view=mine"))).containsExactly(talk.topic());
        assertThat(ids(agent().read("/api/v1/inbox?view=mine"))).isEmpty();
    }

    @Test
    void resolvedAndSnoozedTopicsHaveViewsOfTheirOwn() {
        String queue = queue();
        Talk resolved = in(queue, text());
        Talk snoozed = in(queue, text());
        Caller agent = agent(queue);
        agent.does(resolved.topicAt("/resolve"), Map.of());
        agent.does(snoozed.topicAt("/snooze"), Map.of("until", inDays(2)));

        assertThat(ids(agent.read("/api/v1/inbox?view=resolved"))).containsExactly(resolved.topic());
        assertThat(ids(agent.read("/api/v1/inbox?view=snoozed"))).containsExactly(snoozed.topic());
        assertThat(ids(agent.read("/api/v1/inbox"))).isEmpty();
    }

    @Test
    void rowsOfOtherQueuesAreNotListedAndTheirViewsAreNotThere() {
        String mine = queue();
        Talk here = in(mine, text());
        Talk elsewhere = in("billing", text());
        Caller agent = agent(mine);

        assertThat(ids(agent.read("/api/v1/inbox?view=all"))).contains(here.topic()).doesNotContain(elsewhere.topic());
        refused(agent.get("/api/v1/inbox?view=queue:billing"), 422, "unknown-view", "view");
        refused(agent.get("/api/v1/inbox?view=everything"), 422, "unknown-view", "view");
    }

    @Test
    void countsAreOfWhatOneMaySee() {
        String queue = queue();
        in(queue, text());
        Talk answered = in(queue, text());
        Caller agent = agent(queue);
        agent.does(answered.at("/messages"), answer("We look at it."));

        JsonNode counts = agent.read("/api/v1/inbox/counts");
        assertThat(counts.at("/views/all").asInt()).isEqualTo(2);
        assertThat(counts.at("/views/mine").asInt()).isEqualTo(1);
        assertThat(counts.at("/views/unassigned").asInt()).isEqualTo(1);
        assertThat(counts.at("/waiting/all").asInt()).isEqualTo(1);
        assertThat(agent("billing").read("/api/v1/inbox/counts").at("/views/mine").asInt()).isZero();
    }

    @Test
    void nextGivesTheLongestWaitingToWhoeverAsksAndNothingWhenNobodyWaits() {
        String queue = queue();
        Talk first = in(queue, text());
        in(queue, text());
        String me = somebody("agent", queue);
        Caller agent = as(me);

        JsonNode taken = agent.does("/api/v1/inbox/next", Map.of());
        assertThat(taken.at("/topic/id").asString()).isEqualTo(first.topic());
        assertThat(taken.at("/topic/assignee").asString()).isEqualTo(me);
        agent.does("/api/v1/inbox/next", Map.of());
        assertThat(agent.post("/api/v1/inbox/next", Map.of()).status()).isEqualTo(204);
    }

    @Test
    void nextSaysWhetherNobodyWaitsOrOnlyThoseWhomSomebodyElseHasToAnswer() {
        String queue = "dutch" + mark;
        noor().does("/api/v1/queues", Map.of("id", queue, "name", queue, "languages", List.of("nl")));
        String german = somebody("agent", queue);
        noor().done("PATCH", "/api/v1/people/" + german, Map.of("speaks", List.of("de")));
        assertThat(as(german).post("/api/v1/inbox/next", Map.of()).status()).isEqualTo(204);
        Talk talk = in(queue, text());

        refused(as(german).post("/api/v1/inbox/next", Map.of()), 409, "other-languages");
        assertThat(agent(queue).does("/api/v1/inbox/next", Map.of()).at("/topic/id").asString()).isEqualTo(
                talk.topic());
    }

    /// A queue of this test alone.
    private String queue() {
        String id = "q" + mark;
        noor().send("POST", "/api/v1/queues", Map.of("id", id, "name", id));
        return id;
    }

    private List<String> topics(String view) {
        return ids(noor().read("/api/v1/inbox?view=" + view));
    }

    private static List<String> ids(JsonNode page) {
        return list(page.get("items")).stream().map(row -> row.at("/topic/id").asString()).toList();
    }
}
