package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.Browser.Answer;
import dev.loper.channel.twilio.TwilioStandIn;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `POST /api/v1/conversations/{id}/messages` and what may be done with an answer.
class MessageApiTests extends ApiCase {

    @Autowired
    UnifiedJedis redis;
    @Autowired
    RedisKeys keys;
    private final JsonMapper json = new JsonMapper();

    @Test
    void anAnswerIsStoredQueuedAndSent() {
        Talk talk = text();
        String me = somebody("agent");
        Map<String, Object> draft = answer("We look at it.");
        Answer said = as(me).post(talk.at("/messages"), draft);

        assertThat(said.status()).isEqualTo(201);
        JsonNode entry = said.body();
        assertThat(entry.get("direction").asString()).isEqualTo("out");
        assertThat(entry.get("delivery").asString()).isEqualTo("queued");
        assertThat(entry.get("undoUntil").asString()).endsWith("Z");
        assertThat(entry.get("clientId").asString()).isEqualTo(draft.get("clientId"));
        assertThat(entry.get("account").asString()).isEqualTo("sms-main");
        assertThat(words(entry.get("to"))).containsExactly(talk.from().value());
        assertThat(entry.at("/author/kind").asString()).isEqualTo("agent");
        assertThat(entry.at("/author/id").asString()).isEqualTo(me);
        eventually(() -> delivery(talk, entry).equals("sent") ? true : null);
        assertThat(noor().read(talk.at("")).at("/topics/0/assignee").asString()).isEqualTo(me);
    }

    @Test
    void aRepeatIsTheFirstAnswerAgain() {
        Talk talk = text();
        Map<String, Object> draft = answer("Once.");
        Caller agent = agent();
        String first = agent.does(talk.at("/messages"), draft).get("id").asString();

        assertThat(agent.does(talk.at("/messages"), draft).get("id").asString()).isEqualTo(first);
        assertThat(entries(talk)).filteredOn(entry -> entry.get("text").asString().equals("Once.")).hasSize(1);
    }

    @Test
    void anIdThatWasGivenToSomethingElseIsRefusedAndNothingIsLost() {
        Talk talk = text();
        Map<String, Object> draft = answer("Once.");
        Caller agent = agent();
        agent.does(talk.at("/messages"), draft);

        refused(agent.post(text().at("/messages"), draft), 422, "client-id-used", "clientId");
        Map<String, Object> other = new HashMap<>(draft);
        other.put("text", "Something else.");
        refused(agent.post(talk.at("/messages"), other), 422, "client-id-used", "clientId");
        refused(agent.post(talk.at("/notes"), Map.of("topic", talk.topic(), "text", "Once.", "clientId",
                draft.get("clientId"))), 422, "client-id-used", "clientId");
        refused(agent.post(talk.at("/promises"), Map.of("heard", "x", "action", "y", "dueAt", inDays(1), "channel",
                "sms", "clientId", draft.get("clientId"))), 422, "client-id-used", "clientId");
        assertThat(noor().post(text().at("/messages"), draft).status()).isEqualTo(201);
    }

    @Test
    void aNotesIdIsOfOneTopicAndOneText() {
        Talk talk = text();
        Caller agent = agent();
        Map<String, Object> note = Map.of("topic", talk.topic(), "text", "She called.", "clientId", "1");
        String first = agent.does(talk.at("/notes"), note).get("id").asString();
        assertThat(agent.does(talk.at("/notes"), note).get("id").asString()).isEqualTo(first);
        refused(agent.post(talk.at("/notes"), Map.of("topic", talk.topic(), "text", "He called.", "clientId", "1")),
                422, "client-id-used", "clientId");
        Talk other = text();
        refused(agent.post(other.at("/notes"), Map.of("topic", other.topic(), "text", "She called.", "clientId",
                "1")), 422, "client-id-used", "clientId");
    }

    @Test
    void aRepeatIsOneEvenIfTheCustomerHasWrittenFromElsewhereSince() {
        Talk talk = text();
        Talk same = write(Given.sms().from(phone()).named("Ada").saying("My other phone").build());
        noor().does("/api/v1/customers/" + talk.customer() + "/merges", Map.of("with", same.customer()));
        Caller agent = agent();
        Map<String, Object> draft = answer("Once.");
        String first = agent.does(talk.at("/messages"), draft).get("id").asString();
        intake.accept(Given.sms().from(talk.from()).saying("From here").build());
        intake.accept(Given.sms().from(same.from()).saying("And from there").build());
        assertThat(agent.does(talk.at("/messages"), draft).get("id").asString()).isEqualTo(first);
        assertThat(agent.does(same.at("/messages"), draft).get("id").asString()).isEqualTo(first);
    }

    @Test
    void whatCameAfterTheScreenWasDrawnRefusesTheAnswerAndIsShown() {
        Talk talk = text();
        List<String> newer = Stream.of("It is", "mended.", "Never mind!").map(
                words -> intake.accept(Given.sms().from(talk.from()).saying(words).build()).entry().value()).toList();
        Map<String, Object> draft = answer("We look at it.");
        draft.put("seen", talk.entry());

        Answer refusal = agent().post(talk.at("/messages"), draft);
        refused(refusal, 409, "newer-messages");
        assertThat(list(refusal.body().get("newer")).stream().map(entry -> entry.get("id").asString())).containsExactly(
                newer.reversed().toArray(String[]::new));
        draft.put("seen", newer.getLast());
        assertThat(agent().post(talk.at("/messages"), draft).status()).isEqualTo(201);
    }

    @Test
    void aMailGoesToItsCopiesToo() {
        Talk talk = mail("Stairs " + mark, "Who measures them?");
        Map<String, Object> draft = answer("Bob does.");
        draft.putAll(Map.of("channel", "email", "account", "email-support", "to", talk.from().value(), "cc",
                List.of("Bob." + mark + "@Example.org"), "topic", talk.topic(), "subject", "Re: Stairs", "html",
                "<p>Bob <b>does</b>.</p>"));
        JsonNode entry = agent().does(talk.at("/messages"), draft);

        assertThat(words(entry.get("to"))).containsExactly(talk.from().value());
        assertThat(words(entry.get("cc"))).containsExactly("bob." + mark + "@example.org");
        assertThat(entry.get("subject").asString()).isEqualTo("Re: Stairs");
        assertThat(entry.get("html").asString()).contains("<b>does</b>");
        eventually(() -> delivery(talk, entry).equals("sent") ? true : null);
    }

    @Test
    void anAnswerCanBeTakenBackBeforeItLeavesAndNotAfter() {
        Talk talk = text();
        JsonNode entry = noor().does(talk.at("/messages"), answer("Oops."));
        JsonNode back = noor().does(talk.at("/entries/" + entry.get("id").asString() + "/withdraw"), Map.of());
        assertThat(back.get("delivery").asString()).isEqualTo("withdrawn");
        assertThat(back.get("undoUntil").isNull()).isTrue();
        JsonNode again = noor().does(talk.at("/entries/" + entry.get("id").asString() + "/withdraw"), Map.of());
        assertThat(again).as("taken back twice").isEqualTo(back);

        JsonNode left = noor().does(talk.at("/messages"), answer("This goes."));
        eventually(() -> delivery(talk, left).equals("sent") ? true : null);
        refused(noor().post(talk.at("/entries/" + left.get("id").asString() + "/withdraw"), null), 409, "already-sent");
        assertThat(delivery(talk, entry)).isEqualTo("withdrawn");
    }

    @Test
    void aFailedAnswerSaysWhyAndIsSentAgain() {
        twilio.answer(asked -> TwilioStandIn.Answer.json(400, "{\"code\":21610,\"message\":\"no\",\"status\":400}"));
        Talk talk = text();
        JsonNode entry = noor().does(talk.at("/messages"), answer("Do you read me?"));
        String retry = talk.at("/entries/" + entry.get("id").asString() + "/retry");
        refused(noor().post(retry, null), 409, "not-failed");
        eventually(() -> delivery(talk, entry).equals("failed") ? true : null);
        assertThat(entry(talk, entry.get("id").asString()).get("deliveryReason").asString()).contains("STOP");

        twilioTakesEverything();
        assertThat(noor().does(retry, Map.of()).get("delivery").asString()).isEqualTo("queued");
        eventually(() -> delivery(talk, entry).equals("sent") ? true : null);
    }

    @Test
    void anAnswerAfterTheReplyWindowIsRefusedAlsoToAMessageThatCameLate() {
        Map<String, Object> draft = answer("Do you read me?");
        draft.put("channel", "whatsapp");
        Talk talk = write(Given.whatsapp(phone().value()).saying("Where is it? " + mark).build());
        lastWrote(talk, Duration.ofHours(25));
        refused(noor().post(talk.at("/messages"), draft), 422, "reply-window-closed", "channel");
        assertThat(entries(talk)).hasSize(1);

        Talk late = write(
                Given.whatsapp(phone().value()).saying("Where was it? " + mark).sent(Clock.systemUTC().instant().minus(
                        Duration.ofHours(25))).build());
        refused(noor().post(late.at("/messages"), draft), 422, "reply-window-closed", "channel");

        lastWrote(talk, Duration.ofHours(23));
        noor().does(talk.at("/messages"), draft);
    }

    @Test
    void anAnswerThatFailedIsNotQueuedAgainWhereFreeTextMayNotBeSentAnyMore() {
        twilio.answer(asked -> TwilioStandIn.Answer.json(400, "{\"code\":21610,\"message\":\"no\",\"status\":400}"));
        Talk talk = write(Given.whatsapp(phone().value()).saying("Where is it? " + mark).build());
        Map<String, Object> draft = answer("Do you read me?");
        draft.put("channel", "whatsapp");
        JsonNode entry = noor().does(talk.at("/messages"), draft);
        eventually(() -> delivery(talk, entry).equals("failed") ? true : null);
        twilioTakesEverything();
        lastWrote(talk, Duration.ofHours(25));

        Answer refusal = noor().post(talk.at("/entries/" + entry.get("id").asString() + "/retry"), null);
        refused(refusal, 422, "reply-window-closed", "channel");
        assertThat(words(refusal.body().get("alternatives"))).isEmpty();
        assertThat(delivery(talk, entry)).isEqualTo("failed");
        lastWrote(talk, Duration.ofHours(23));
        noor().does(talk.at("/entries/" + entry.get("id").asString() + "/retry"), Map.of());
        eventually(() -> delivery(talk, entry).equals("sent") ? true : null);
    }

    /// As if the customer had last been heard from so long ago.
    private void lastWrote(Talk talk, Duration ago) {
        String identities = keys.of(Family.IDENTITIES);
        ObjectNode identity = (ObjectNode) json.readTree(redis.hget(identities, talk.from().key()));
        redis.hset(identities, talk.from().key(),
                identity.put("seen", Clock.systemUTC().millis() - ago.toMillis()).toString());
    }

    @Test
    void aChannelThatDoesNotReachTheCustomerIsRefusedWithThoseThatDo() {
        Map<String, Object> draft = answer("Hello");
        draft.put("channel", "email");
        Answer refusal = agent().post(text().at("/messages"), draft);
        refused(refusal, 422, "unreachable", "channel");
        assertThat(words(refusal.body().get("alternatives"))).containsExactly("sms");
    }

    @Test
    void eachThingAtFaultIsNamed() {
        Talk talk = text();
        refused(message(talk, "text", " "), 422, "empty-message", "text");
        refused(message(talk, "text", "x".repeat(1601)), 422, "too-long", "text");
        refused(message(talk, "topic", "nonsense"), 422, "unknown-topic", "topic");
        refused(message(talk, "clientId", ""), 422, "client-id-missing", "clientId");
        refused(message(talk, "clientId", "x".repeat(101)), 422, "invalid", "clientId");
        refused(message(talk, "attachments", List.of("nonsense")), 422, "unknown-attachment", "attachments");
        refused(message(talk, "cc", List.of("bob@example.org")), 422, "one-recipient", "cc");
        refused(message(talk, "channel", ""), 422, "invalid", "channel");
        refused(message(talk, "channel", "pigeon"), 422, "unreachable", "channel");
        assertThat(entries(talk)).hasSize(1);
    }

    private Answer message(Talk talk, String field, Object value) {
        Map<String, Object> draft = new HashMap<>(answer("Hello"));
        draft.put(field, value);
        return noor().post(talk.at("/messages"), draft);
    }

    @Test
    void aNoteIsForUsAlone() {
        Talk talk = text();
        String me = somebody("agent");
        Answer noted = as(me).post(talk.at("/notes"), Map.of("topic", talk.topic(), "text", "She called before.",
                "clientId", mark));

        assertThat(noted.status()).isEqualTo(201);
        assertThat(noted.body().get("type").asString()).isEqualTo("note");
        assertThat(noted.body().get("direction").isNull()).isTrue();
        assertThat(noted.body().get("delivery").isNull()).isTrue();
        assertThat(noted.body().at("/author/id").asString()).isEqualTo(me);
        assertThat(noor().read(talk.at("")).at("/topics/0/waitingSince").isNull()).isFalse();
        refused(noor().post(talk.at("/notes"), Map.of("topic", talk.topic(), "text", " ", "clientId", "1")), 422,
                "invalid", "text");
        refused(noor().post(talk.at("/notes"), Map.of("topic", "nonsense", "text", "x", "clientId", "2")), 422,
                "unknown-topic", "topic");
    }

    @Test
    void onlyWhatWeSaidCanBeTakenBackOrSentAgain() {
        Talk talk = text();
        refused(noor().post(talk.entryAt("/withdraw"), null), 404, "not-found");
        refused(noor().post(talk.entryAt("/retry"), null), 404, "not-found");
        Talk other = text();
        refused(noor().post(talk.at("/entries/" + other.entry() + "/move"), Map.of("topic", "new")), 404, "not-found");
    }

    private String delivery(Talk talk, JsonNode entry) {
        return entry(talk, entry.get("id").asString()).get("delivery").asString();
    }
}
