package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What can be done with a topic, and with where an entry stands.
class TopicApiTests extends ApiCase {

    @Test
    void aTopicIsGivenToSomebodyAndTheTimelineSaysSo() {
        Talk talk = text();
        String other = somebody("agent");
        JsonNode row = agent().does(talk.topicAt("/assign"), Map.of("assignee", other));

        assertThat(row.at("/topic/assignee").asString()).isEqualTo(other);
        assertThat(row.at("/topic/assigneeName").asString()).isEqualTo("Somebody " + mark);
        JsonNode told = entries(talk).getFirst();
        assertThat(told.get("type").asString()).isEqualTo("system");
        assertThat(told.at("/event/kind").asString()).isEqualTo("assigned");
        assertThat(told.at("/event/person/id").asString()).isEqualTo(other);
        JsonNode nobodys = noor().send("POST", talk.topicAt("/assign"), "{\"assignee\": null}").body();
        assertThat(nobodys.at("/topic/assignee").isNull()).isTrue();
    }

    @Test
    void nobodyIsLetGoOfATopicByForgettingToSayWhoGetsIt() {
        Talk talk = text();
        agent().does(talk.topicAt("/assign"), Map.of("assignee", "lotte"));
        refused(noor().post(talk.topicAt("/assign"), Map.of()), 422, "invalid", "assignee");
        refused(noor().post(talk.topicAt("/assign"), Map.of("asignee", "inge")), 422, "invalid", "assignee");
        assertThat(noor().read(talk.at("")).at("/topics/0/assignee").asString()).isEqualTo("lotte");
    }

    @Test
    void itIsGivenOnlyToWhoeverWorksInItsQueue() {
        Talk talk = in("billing", text());
        refused(noor().post(talk.topicAt("/assign"), Map.of("assignee", "nobody")), 422, "unknown-person", "assignee");
        refused(noor().post(talk.topicAt("/assign"), Map.of("assignee", somebody("agent", "orders"))), 422,
                "not-in-queue", "assignee");
        String gone = somebody("agent");
        noor().send("PATCH", "/api/v1/people/" + gone, Map.of("active", false));
        refused(noor().post(talk.topicAt("/assign"), Map.of("assignee", gone)), 422, "unknown-person", "assignee");
    }

    @Test
    void itIsResolvedAndOpenedAgain() {
        Talk talk = text();
        JsonNode resolved = agent().does(talk.topicAt("/resolve"), Map.of());
        assertThat(resolved.at("/topic/status").asString()).isEqualTo("resolved");
        assertThat(resolved.at("/topic/resolvedAt").asString()).endsWith("Z");
        assertThat(agent().does(talk.topicAt("/reopen"), Map.of()).at("/topic/status").asString()).isEqualTo("open");
        assertThat(events(talk)).containsExactly("reopened", "resolved");
    }

    @Test
    void itIsSetAsideUntilAMomentThatCanBe() {
        Talk talk = text();
        String until = inDays(1);
        JsonNode row = agent().does(talk.topicAt("/snooze"), Map.of("until", until));
        assertThat(row.at("/topic/status").asString()).isEqualTo("snoozed");
        assertThat(row.at("/topic/snoozedUntil").asString()).isEqualTo(until);
        refused(noor().post(talk.topicAt("/snooze"), Map.of("until", inDays(-1))), 422, "unfit-moment", "until");
        refused(noor().post(talk.topicAt("/snooze"), Map.of("until", inDays(400))), 422, "unfit-moment", "until");
        refused(noor().post(talk.topicAt("/snooze"), Map.of()), 422, "invalid", "until");
    }

    @Test
    void itGetsAnotherTitle() {
        Talk talk = text();
        JsonNode row = noor().send("PATCH", talk.topicAt(""), Map.of("title", "  The lamp  ")).body();
        assertThat(row.at("/topic/title").asString()).isEqualTo("The lamp");
        refused(noor().send("PATCH", talk.topicAt(""), Map.of("title", " ")), 422, "invalid", "title");
    }

    @Test
    void itMovesToAQueueWithAWordAndOutOfSight() {
        Talk talk = text();
        Caller agent = agent("main");
        String queue = noor().read(talk.at("")).at("/topics/0/queue").asString();
        assertThat(queue).isEqualTo("main");
        assertThat(agent.post(talk.topicAt("/queue"),
                Map.of("queue", "billing", "note", "About an invoice.")).status()).isEqualTo(
                        204);

        refused(agent.get(talk.at("")), 404, "not-found");
        JsonNode told = entries(talk).getFirst();
        assertThat(told.at("/event/queue/id").asString()).isEqualTo("billing");
        assertThat(told.get("text").asString()).isEqualTo("About an invoice.");
        refused(noor().post(talk.topicAt("/queue"), Map.of("queue", "nowhere")), 422, "unknown-queue", "queue");
    }

    @Test
    void whatIsReadIsNotUnreadAnyMore() {
        Talk talk = text();
        Caller agent = agent();
        assertThat(unread(agent, talk)).isTrue();
        assertThat(agent.post(talk.topicAt("/read"), Map.of("entry", talk.entry())).status()).isEqualTo(204);
        assertThat(unread(agent, talk)).isFalse();
        assertThat(unread(agent(), talk)).isTrue();
        intake.accept(Given.sms().from(talk.from()).saying("And this.").build());
        assertThat(unread(agent, talk)).isTrue();
    }

    @Test
    void anEntryMovesToAnotherTopicAndBack() {
        Talk talk = text("The first matter");
        String second = intake.accept(Given.sms().from(talk.from()).saying("Another matter").build()).entry().value();
        JsonNode moved = agent().does(talk.at("/entries/" + second + "/move"), Map.of("topic", "new", "title",
                "A rug"));
        String topic = moved.at("/topic/id").asString();
        assertThat(moved.at("/topic/title").asString()).isEqualTo("A rug");
        assertThat(entry(talk, second).get("topic").asString()).isEqualTo(topic);

        agent().does(talk.at("/entries/" + second + "/move"), Map.of("topic", talk.topic()));
        assertThat(entry(talk, second).get("topic").asString()).isEqualTo(talk.topic());
        refused(noor().post(talk.at("/entries/" + second + "/move"), Map.of("topic", text().topic())), 404,
                "not-found");
        refused(noor().post(talk.at("/entries/" + second + "/move"), Map.of()), 422, "invalid", "topic");
    }

    @Test
    void aMarkNeverGoesBackNorBeyondWhatIsThere() {
        Talk talk = text();
        Caller agent = agent();
        String second = intake.accept(Given.sms().from(talk.from()).saying("And this.").build()).entry().value();
        agent.send("POST", talk.topicAt("/read"), Map.of("entry", second));
        agent.send("POST", talk.topicAt("/read"), Map.of("entry", talk.entry()));
        assertThat(unread(agent, talk)).as("read again from the beginning").isFalse();

        agent.send("POST", talk.topicAt("/read"), Map.of("entry", "ffffffffffff0000"));
        intake.accept(Given.sms().from(talk.from()).saying("And that.").build());
        assertThat(unread(agent, talk)).as("what came after a mark in the future").isTrue();
        refused(agent.post(talk.topicAt("/read"), Map.of("entry", "nonsense")), 422, "invalid", "entry");
    }

    @Test
    void movingAnEntryToANewTopicTwiceMakesOne() {
        Talk talk = text("The first matter");
        String second = intake.accept(Given.sms().from(talk.from()).saying("Another matter").build()).entry().value();
        String move = talk.at("/entries/" + second + "/move");
        String topic = agent().does(move, Map.of("topic", "new")).at("/topic/id").asString();
        assertThat(agent().does(move, Map.of("topic", "new")).at("/topic/id").asString()).isEqualTo(topic);
        assertThat(noor().read(talk.at("")).get("topics")).hasSize(2);
    }

    private static boolean unread(Caller who, Talk talk) {
        return who.read(talk.at("")).at("/topics/0/unread").asBoolean();
    }

    private List<String> events(Talk talk) {
        return entries(talk).stream().filter(entry -> entry.get("type").asString().equals("system")).map(
                entry -> entry.at("/event/kind").asString()).toList();
    }
}
