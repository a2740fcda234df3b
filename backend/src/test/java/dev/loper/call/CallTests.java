package dev.loper.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.ApiTest;
import dev.loper.Given;
import dev.loper.access.Browser;
import dev.loper.channel.CallBacks;
import dev.loper.channel.Calls;
import dev.loper.channel.Intake;
import dev.loper.channel.SpokenCodes.Heard;
import dev.loper.channel.twilio.TwilioStandIn;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioWorld;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.identity.Merges;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/// Calls in the product as a whole: Twilio's webhooks on one side, the agents' API on the other. Lotte, Fatima and Bram
/// have phones; who is here, each test says.
class CallTests extends ApiTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LOTTE = "+31612340001";
    private static final String FATIMA = "+31612340002";

    @Autowired
    Intake intake;
    @Autowired
    Calls calls;
    @Autowired
    CallBacks callBacks;
    @Autowired
    Customers customers;
    @Autowired
    Merges merges;
    @Autowired
    RedisStore store;
    @Autowired
    RedisKeys keys;
    @Autowired
    TwilioStandIn twilio;
    @Value("${loper.public-url}")
    String publicUrl;

    private final ChannelAddress.Phone ada = number();
    private final String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private Browser noor = new Browser(0);

    @BeforeEach
    void nobodyIsHere() {
        store.with(redis -> redis.del(keys.of(Family.SCREENS)));
        store.with(redis -> redis.del(keys.of(Family.CALLS)));
        noor = new Browser(port).with("Authorization", "Bearer loper_demo");
    }

    @Test
    void aCallRingsAtWhoeverHasTheMatterAndTheirScreenShowsItBeforeTheyPickUp() {
        here("lotte", "fatima");
        String topic = texts(ada, "My lamp flickers");
        noor.post("/api/v1/topics/" + topic + "/assign", Map.of("assignee", "fatima"));

        step(call());
        String dial = step("?step=connect", call());

        assertThat(dial).contains(FATIMA);
        assertThat(callsOf("fatima")).singleElement().satisfies(call -> {
            assertThat(call.get("state").asString()).isEqualTo("ringing");
            assertThat(call.get("topic").asString()).isEqualTo(topic);
            assertThat(call.get("mine").asBoolean()).isTrue();
            assertThat(call.get("known").asString()).isEqualTo("number");
        });
        assertThat(callsOf("lotte")).isEmpty();
        assertThat(row(topic).get("call").asString()).isEqualTo("ringing");
        assertThat(entry().at("/call/person/id").asString()).isEqualTo("fatima");
    }

    @Test
    void anAnsweredCallIsOneEntryWithItsLengthAndNobodyWaits() {
        here("lotte");
        int answered = answeredWaits();
        String dial = step("?step=connect", call());
        assertThat(dial).contains(LOTTE);
        step("?person=lotte", leg());
        assertThat(entry().at("/call/state").asString()).isEqualTo("talking");
        step("?person=lotte", call("DialCallStatus", "completed", "DialCallDuration", "61"));
        step("?person=lotte", call("DialCallStatus", "completed", "DialCallDuration", "61"));
        status(call("CallStatus", "completed", "CallDuration", "75"));

        JsonNode entry = entry();
        assertThat(entry.get("type").asString()).isEqualTo("call");
        assertThat(entry.at("/call/state").asString()).isEqualTo("over");
        assertThat(entry.at("/call/outcome").asString()).isEqualTo("answered");
        assertThat(entry.at("/call/seconds").asLong()).isEqualTo(61);
        JsonNode topic = row(entry.get("topic").asString());
        assertThat(topic.get("waitingSince").isNull()).isTrue();
        assertThat(answeredWaits()).isEqualTo(answered + 1);
        assertThat(topic.get("assignee").asString()).isEqualTo("lotte");
        assertThat(topic.get("call").isNull()).isTrue();
        assertThat(callsOf("lotte")).isEmpty();
    }

    @Test
    void whoeverSpeaksTakesOverWhatWasPromisedWhereNobodyHasIt() {
        here("lotte");
        String topic = texts(ada, "My lamp flickers");
        JsonNode promise = noor.post("/api/v1/conversations/" + conversation() + "/promises", Map.of("topic", topic,
                "heard", "My lamp flickers", "action", "I ask our workshop", "dueAt", Clock.systemUTC().instant().plus(
                        Duration.ofHours(3)).toString(),
                "channel", "voice", "clientId",
                UUID.randomUUID().toString())).body();
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("assignee", null);
        noor.post("/api/v1/topics/" + topic + "/assign", nobody);

        step("?step=connect", call());
        step("?person=lotte", leg());

        assertThat(row(topic).get("assignee").asString()).isEqualTo("lotte");
        assertThat(noor.get("/api/v1/promises/" + promise.get("id").asString()).body().at(
                "/owner/id").asString()).isEqualTo(
                        "lotte");
    }

    /// How many waits an answer has ended, as the board counts them.
    private int answeredWaits() {
        return store.with(redis -> redis.hvals(keys.of(Family.FLOW))).stream().mapToInt(minute -> RedisJson.read(minute,
                JsonNode.class).get("answered").asInt()).sum();
    }

    @Test
    void newsThatComeInTheWrongOrderLeaveAnAnsweredCallAnswered() {
        here("lotte");
        step("?step=connect", call());
        status(call("CallStatus", "completed", "CallDuration", "75"));
        assertThat(entry().at("/call/outcome").asString()).isEqualTo("missed");
        step("?person=lotte", call("DialCallStatus", "completed", "DialCallDuration", "61", "CallStatus", "completed"));

        assertThat(entry().at("/call/outcome").asString()).isEqualTo("answered");
        assertThat(entry().at("/call/seconds").asLong()).isEqualTo(61);
        assertThat(row(entry().get("topic").asString()).get("waitingSince").isNull()).isTrue();
    }

    @Test
    void nobodyHereMeansAMessageAndWhoeverLeftOneIsToBeCalledBack() {
        assertThat(step("?step=connect", call())).contains("<Record").doesNotContain("<Dial");
        twilio.answer(asked -> new Answer(200, Map.of(), new byte[]{'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0}));
        step(recorded("RecordingDuration", "12"));
        step(recorded("RecordingStatus", "completed", "RecordingDuration", "12"));
        status(call("CallStatus", "completed"));

        JsonNode entry = entry();
        assertThat(entry.at("/call/outcome").asString()).isEqualTo("voicemail");
        assertThat(entry.at("/call/seconds").asLong()).isEqualTo(12);
        assertThat(entry.get("attachments")).singleElement().satisfies(file -> {
            assertThat(file.get("name").asString()).isEqualTo("recording.mp3");
            assertThat(noor.get(file.get("url").asString().replace("\"", "")).status()).isEqualTo(200);
        });
        JsonNode topic = row(entry.get("topic").asString());
        assertThat(topic.get("call").asString()).isEqualTo("back");
        assertThat(topic.get("waitingSince").isNull()).isFalse();
    }

    @Test
    void aMissedCallIsToBeCalledBackUntilSomebodyAnswers() {
        step(call());
        status(call("CallStatus", "completed"));
        String topic = entry().get("topic").asString();
        assertThat(row(topic).get("call").asString()).isEqualTo("back");

        noor.post("/api/v1/conversations/" + conversation() + "/messages", Map.of("channel", "sms", "topic", topic,
                "text", "You called us. What can we do?", "clientId", UUID.randomUUID().toString()));

        assertThat(row(topic).get("call").isNull()).isTrue();
    }

    @Test
    void whoeverIsRungIsNotRungByAnotherCall() {
        here("lotte");
        assertThat(step("?step=connect", call())).contains("<Dial");
        ChannelAddress.Phone grace = number();

        String second = step("?step=connect", call("CallSid", sid + "2", "From", grace.value()));

        assertThat(second).contains("<Record").doesNotContain("<Dial");
    }

    @Test
    void whoeverDoesNotPickUpIsNotRungAgainByTheSameCall() {
        here("lotte", "fatima");
        String first = step("?step=connect", call());
        String person = first.contains(LOTTE) ? "lotte" : "fatima";
        String second = step("?person=" + person, call("DialCallStatus", "no-answer"));
        assertThat(second).contains(first.contains(LOTTE) ? FATIMA : LOTTE);
        assertThat(step("?person=" + person, call("DialCallStatus", "no-answer"))).isEqualTo(second);

        String other = person.equals("lotte") ? "fatima" : "lotte";
        assertThat(step("?person=" + other, call("DialCallStatus", "busy"))).contains("<Record");
    }

    @Test
    void nobodyIsRungWhoMayNotSeeTheQueue() {
        here("bram");
        noor.patch("/api/v1/people/bram", Map.of("queues", Map.of("all", false, "only", Map.of("other", "agent"))));

        assertThat(step("?step=connect", call())).doesNotContain("<Dial");
        assertThat(callsOf("bram")).isEmpty();

        noor.patch("/api/v1/people/bram", Map.of("queues", Map.of("all", true)));
    }

    /// The call is kept from its first ring, so the number has a customer before the code is said: nobody, as yet.
    @Test
    void aCallFromANumberNobodyKnewGoesOnInTheMatterOfItsCode() {
        ChannelAddress.Visitor visitor = new ChannelAddress.Visitor(UUID.randomUUID().toString().replace("-",
                "").substring(0, 22));
        intake.accept(Given.chat(visitor).saying("My basket is stuck").build());
        Identity inChat = customers.identity(visitor, Level.OBSERVED).orElseThrow();
        String code = noor.post("/api/v1/conversations/" + inChat.conversation() + "/handovers", Map.of("to",
                "voice")).body().get("code").asString();

        step(call());
        step(call("Digits", code.replaceAll("\\D", "")));

        assertThat(customers.identity(ada, Level.OBSERVED).orElseThrow()).satisfies(number -> {
            assertThat(number.customer()).isEqualTo(customers.find(inChat.customer()).orElseThrow().id());
            assertThat(number.level()).isEqualTo(Level.OBSERVED);
        });
        assertThat(noor.get("/api/v1/conversations/" + inChat.conversation() + "/entries").body().get(
                "items").valueStream().filter(entry -> entry.get("type").asString().equals("call"))).hasSize(1);
    }

    @Test
    void aCodeBringsTheCallIntoItsMatter() {
        String topic = texts(ada, "My lamp flickers");
        CustomerId known = customers.identity(ada, Level.OBSERVED).orElseThrow().customer();
        ConversationId conversation = customers.identity(ada, Level.OBSERVED).orElseThrow().conversation();
        ChannelAddress.Phone other = number();
        step(call("From", other.value()));
        merges.merge(known, customers.identity(other, Level.OBSERVED).orElseThrow().customer(), Map.of(),
                Author.SYSTEM);

        calls.recognise(new Calls.Call(new AccountId("voice-main"), sid), new Heard.Known(known, conversation,
                new TopicId(topic), "nl"));

        JsonNode entry = entry();
        assertThat(entry.get("topic").asString()).isEqualTo(topic);
        assertThat(entry.at("/call/known").asString()).isEqualTo("code");
        assertThat(noor.get("/api/v1/conversations/" + conversation).body().get("topics").valueStream().filter(
                one -> !one.get("id").asString().equals(topic))).as("what the call left behind").isNotEmpty().allMatch(
                        one -> one.get("status").asString().equals("resolved") && one.get("call").isNull());
        assertThat(calls.begin(new Calls.Call(new AccountId("voice-main"), sid)).title()).isEqualTo("My lamp flickers");
    }

    /// They only take part there, and their call stays with them; yet it is about what their code is of.
    @Test
    void aCallFromSomebodyElsesNumberIsAboutTheMatterOfItsCode() {
        String other = texts(ada, "My lamp flickers");
        ChannelAddress.Visitor visitor = new ChannelAddress.Visitor(UUID.randomUUID().toString().replace("-",
                "").substring(0, 22));
        intake.accept(Given.chat(visitor).saying("My basket is stuck").build());
        Identity inChat = customers.identity(visitor, Level.OBSERVED).orElseThrow();
        String topic = noor.get("/api/v1/conversations/" + inChat.conversation()).body().at("/topics/0/id").asString();
        here("lotte");
        noor.post("/api/v1/topics/" + topic + "/assign", Map.of("assignee", "lotte"));
        String code = noor.post("/api/v1/conversations/" + inChat.conversation() + "/handovers", Map.of("to",
                "voice")).body().get("code").asString();

        step(call());
        assertThat(step(call("Digits", code.replaceAll("\\D", "")))).contains("My basket is stuck");

        assertThat(entry().get("topic").asString()).isEqualTo(other);
        assertThat(callsOf("lotte")).singleElement().satisfies(call -> {
            assertThat(call.get("topic").asString()).isEqualTo(topic);
            assertThat(call.get("mine").asBoolean()).isTrue();
        });
    }

    @Test
    void theNoteStandsWithTheCallUnderItsAuthorsName() {
        step(call());
        status(call("CallStatus", "completed"));
        String path = "/api/v1/conversations/" + conversation() + "/calls/" + entry().get("id").asString() + "/note";

        assertThat(noor.send("PUT", path, Map.of("text", "Rang: the lamp is “broken”. / €")).status()).isEqualTo(200);

        assertThat(entry().at("/call/note/text").asString()).isEqualTo("Rang: the lamp is “broken”. / €");
        assertThat(entry().at("/call/note/by/name").asString()).isEqualTo("Noor de Wit");
        noor.send("PUT", path, Map.of("text", " "));
        assertThat(entry().at("/call/note").isNull()).isTrue();
    }

    @Test
    void aNoteOfNoCallIsRefused() {
        String topic = texts(ada, "My lamp flickers");
        assertThat(noor.send("PUT", "/api/v1/conversations/" + conversation() + "/calls/" + topic + "/note",
                Map.of("text", "x")).status()).isEqualTo(404);
    }

    @Test
    void aCallIsNotAnsweredInWriting() {
        step(call());
        JsonNode options = noor.get("/api/v1/conversations/" + conversation() + "/reply-options").body();
        JsonNode preferred = options.get("options").get(options.get("preferred").asInt());

        assertThat(preferred.get("channel").asString()).isEqualTo("sms");
        assertThat(options.get("options").valueStream().filter(
                option -> option.get("channel").asString().equals("voice"))).isNotEmpty().allSatisfy(
                        option -> assertThat(option.get("reason").asString()).isEqualTo("spoken"));
    }

    @Test
    void aPhoneIsOnesOwnToSetAndAPaidNumberIsNone() {
        Browser bram = browser("bram");
        assertThat(bram.patch("/api/v1/session", Map.of("phone", "+31 6 12340003")).body().at(
                "/person/phone").asString()).isEqualTo("+31612340003");
        assertThat(bram.patch("/api/v1/session", Map.of("phone", "+31909123456")).type()).endsWith("no-phone");
        assertThat(bram.patch("/api/v1/people/lotte", Map.of("phone", "+31612340003")).status()).isEqualTo(403);
    }

    @Test
    void aCustomerIsCalledThroughOnesOwnPhoneAndItIsOneEntryThatAnswers() {
        String topic = texts(ada, "My lamp flickers");
        Browser lotte = browser("lotte");
        String id = placed(places(lotte, Map.of("topic", topic, "clientId", "c1")));
        assertThat(twilio.asked()).last().satisfies(asked -> {
            assertThat(asked.field("To")).isEqualTo(LOTTE);
            assertThat(asked.field("Url")).contains("call=" + id);
        });
        assertThat(entry().get("direction").asString()).isEqualTo("out");
        assertThat(entry().at("/call/out").asBoolean()).isTrue();
        assertThat(callsOf("lotte")).singleElement().satisfies(call -> {
            assertThat(call.get("mine").asBoolean()).isTrue();
            assertThat(call.get("out").asBoolean()).isTrue();
        });

        assertThat(step("?call=" + id, ours())).contains("<Gather").doesNotContain(ada.value());
        assertThat(step("?call=" + id, ours("Digits", "1"))).contains("<Dial", ada.value());
        assertThat(entry().at("/call/picked").asBoolean()).isTrue();
        step("?call=" + id, ours("ParentCallSid", sid, "CallSid", sid + "-leg"));
        assertThat(entry().at("/call/state").asString()).isEqualTo("talking");
        assertThat(row(topic).get("waitingSince").isNull()).isTrue();
        step("?call=" + id, ours("DialCallStatus", "completed", "DialCallDuration", "61"));
        step("?call=" + id, ours("CallStatus", "completed"));

        assertThat(entry().at("/call/outcome").asString()).isEqualTo("answered");
        assertThat(entry().at("/call/seconds").asLong()).isEqualTo(61);
        assertThat(row(topic).get("assignee").asString()).isEqualTo("lotte");
        assertThat(callsOf("lotte")).isEmpty();
    }

    @Test
    void whoDoesNotPickUpStillWaitsAndStillIsToBeCalledBack() {
        step(call());
        status(call("CallStatus", "completed"));
        String topic = entry().get("topic").asString();
        String id = placed(places(browser("lotte"), Map.of("topic", topic)));
        step("?call=" + id, ours("Digits", "1"));
        step("?call=" + id, ours("DialCallStatus", "no-answer"));
        step("?call=" + id, ours("CallStatus", "completed"));

        assertThat(outgoing().at("/call/outcome").asString()).isEqualTo("unreached");
        assertThat(row(topic).get("call").asString()).isEqualTo("back");
        assertThat(row(topic).get("waitingSince").isNull()).isFalse();
    }

    @Test
    void whoReachesThemHasCalledThemBack() {
        step(call());
        status(call("CallStatus", "completed"));
        String topic = entry().get("topic").asString();
        String id = placed(places(browser("lotte"), Map.of("topic", topic)));
        step("?call=" + id, ours("Digits", "1"));
        step("?call=" + id, ours("DialCallStatus", "completed", "DialCallDuration", "9"));

        assertThat(row(topic).get("call").isNull()).isTrue();
        assertThat(row(topic).get("waitingSince").isNull()).isTrue();
    }

    @Test
    void aPhoneThatOneDoesNotPickUpCancelsTheCall() {
        texts(ada, "My lamp flickers");
        String id = placed(places(browser("lotte"), Map.of()));
        step("?call=" + id, ours("CallStatus", "no-answer"));

        assertThat(entry().at("/call/outcome").asString()).isEqualTo("cancelled");
        assertThat(step("?call=" + id, ours("Digits", "1"))).doesNotContain("<Dial");
    }

    @Test
    void theSameWishPlacesOneCallAndAPhoneThatRingsNoSecond() {
        texts(ada, "My lamp flickers");
        Browser lotte = browser("lotte");
        places(lotte, Map.of("clientId", "same"));
        int asked = twilio.asked().size();
        assertThat(places(lotte, Map.of("clientId", "same")).get("id")).isEqualTo(entry().get("id"));
        assertThat(twilio.asked()).hasSize(asked);
        assertThat(tries(lotte, Map.of("clientId", "other")).type()).endsWith("on-the-phone");
    }

    @Test
    void nobodyIsCalledWhomTheyMayNotAnswerAndNoNumberThatIsNotTheCustomers() {
        String topic = texts(ada, "My lamp flickers");
        Browser lotte = browser("lotte");
        assertThat(tries(lotte, Map.of("topic", topic, "to", number().value())).type()).endsWith("unknown-number");
        assertThat(tries(noor, Map.of("topic", topic)).type()).endsWith("no-phone-of-yours");
        noor.patch("/api/v1/people/bram", Map.of("queues", Map.of("all", false, "only", Map.of("other", "agent"))));
        assertThat(tries(browser("bram"), Map.of("topic", topic)).status()).isIn(403, 404);
        noor.patch("/api/v1/people/bram", Map.of("queues", Map.of("all", true)));
        assertThat(twilio.asked()).noneMatch(asked -> asked.field("Url").contains("call=")
                && asked.field("To").equals("+31612340003"));
    }

    @Test
    void aNumberThatEarnsItsOwnerMoneyIsNotCalled() {
        assertThat(List.of("+31612345678", "+31201234567", "+442079460958")).allMatch(Callable::is);
        assertThat(List.of("+31900123456", "+3190612345", "+882161234567", "+44909879123", "+1900555123",
                "+31112")).noneMatch(Callable::is);
    }

    @Test
    void whatTwilioRefusesIsSaidAndEndsTheCall() {
        texts(ada, "My lamp flickers");
        twilio.answer(asked -> Answer.json(400, "{\"code\":21211,\"message\":\"Invalid\",\"status\":400}"));
        assertThat(browser("lotte").post("/api/v1/conversations/" + conversation() + "/calls",
                Map.of()).type()).endsWith(
                        "call-refused");

        assertThat(entry().at("/call/state").asString()).isEqualTo("over");
        assertThat(callsOf("lotte")).isEmpty();
    }

    @Test
    void whoAsksToBeCalledIsATaskUntilTheyWereReached() {
        ChannelAddress.Visitor visitor = new ChannelAddress.Visitor(UUID.randomUUID().toString().replace("-",
                "").substring(0, 22));
        EntryId message = intake.accept(Given.chat(visitor).saying("Please call me").build()).entry();
        ConversationId conversation = customers.identity(visitor, Level.OBSERVED).orElseThrow().conversation();
        callBacks.ask(visitor, message, ada);
        String at = "/api/v1/conversations/" + conversation;
        noor.post(at + "/messages", Map.of("channel", "chat", "text", "We call you at four.", "clientId",
                UUID.randomUUID().toString()));
        callBacks.ask(visitor, message, ada);
        assertThat(noor.get(at).body().get("topics").get(0).get("call").asString()).isEqualTo("asked");

        twilio.answer(asked -> Answer.json(201, "{\"sid\":\"" + sid + "\",\"status\":\"queued\"}"));
        Browser.Answer called = browser("lotte").post(at + "/calls", Map.of());
        assertThat(called.status()).as(String.valueOf(called.body())).isEqualTo(201);
        assertThat(called.body().get("to").get(0).asString()).isEqualTo(ada.value());
        String id = placed(called.body());
        step("?call=" + id, ours("Digits", "1"));
        step("?call=" + id, ours("DialCallStatus", "completed", "DialCallDuration", "9"));

        assertThat(noor.get(at).body().get("topics").get(0).get("call").isNull()).isTrue();
    }

    @Test
    void aNumberIsReadAsItIsTypedHere() {
        assertThat(Callable.read("06 12345678")).contains("+31612345678");
        assertThat(Callable.read("+44 20 7946 0958")).contains("+442079460958");
        assertThat(List.of("0900 123456", "112", "call me", "")).allMatch(typed -> Callable.read(typed).isEmpty());
    }

    private JsonNode places(Browser caller, Map<String, Object> wish) {
        Browser.Answer answer = tries(caller, wish);
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return answer.body();
    }

    private Browser.Answer tries(Browser caller, Map<String, Object> wish) {
        twilio.answer(asked -> Answer.json(201, "{\"sid\":\"" + sid + "\",\"status\":\"queued\"}"));
        return caller.post("/api/v1/conversations/" + conversation() + "/calls", wish);
    }

    /// Under which id the steps of the call that was just placed come.
    private String placed(JsonNode entry) {
        assertThat(entry.get("type").asString()).isEqualTo("call");
        String url = twilio.asked().getLast().field("Url");
        return url.replaceFirst(".*[?]call=", "").replaceFirst("#.*", "");
    }

    /// The call that we placed.
    private JsonNode outgoing() {
        return noor.get("/api/v1/conversations/" + conversation() + "/entries").body().get(
                "items").valueStream().filter(
                        entry -> entry.at("/call/out").asBoolean(false)).findFirst().orElseThrow();
    }

    /// A step of a call that we place, of Lotte's phone.
    private Map<String, String> ours(String... changes) {
        Map<String, String> form = call(changes);
        form.put("Direction", "outbound-api");
        form.put("From", "+3197010280003");
        form.put("To", LOTTE);
        return form;
    }

    private static ChannelAddress.Phone number() {
        return new ChannelAddress.Phone("+3164" + ThreadLocalRandom.current().nextInt(1000000, 9999999));
    }

    /// People who have a screen open and are free.
    private void here(String... people) {
        for (String person : people) {
            store.with(redis -> redis.hset(keys.of(Family.PRESENCE), person, "{\"state\":\"online\",\"since\":1}"));
            store.with(redis -> redis.zadd(keys.of(Family.SCREENS), 9e15, person));
        }
    }

    private Browser browser(String name) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(name + "@loper.test", "loper-demo").status()).isEqualTo(200);
        return browser;
    }

    private List<JsonNode> callsOf(String person) {
        return browser(person).get("/api/v1/calls").body().get("items").valueStream().toList();
    }

    /// @return the topic
    private String texts(ChannelAddress.Phone from, String words) {
        intake.accept(Given.sms().from(from).saying(words).build());
        return noor.get("/api/v1/conversations/" + conversation()).body().get("topics").get(0).get("id").asString();
    }

    private String conversation() {
        return customers.identity(ada, Level.OBSERVED).orElseThrow().conversation().value();
    }

    /// The one call in Ada's conversation.
    private JsonNode entry() {
        List<JsonNode> found = noor.get("/api/v1/conversations/" + conversation() + "/entries").body().get(
                "items").valueStream().filter(entry -> entry.get("type").asString().equals("call")).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private JsonNode row(String topic) {
        return noor.get("/api/v1/conversations/" + conversation()).body().get("topics").valueStream().filter(
                one -> one.get("id").asString().equals(topic)).findFirst().orElseThrow();
    }

    private String step(Map<String, String> form) {
        return step("", form);
    }

    private String step(String query, Map<String, String> form) {
        return post("/hooks/twilio/voice-main/voice" + query, form);
    }

    private void status(Map<String, String> form) {
        post("/hooks/twilio/voice-main/status", form);
    }

    private String post(String path, Map<String, String> form) {
        try {
            HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                    + path)).header("Content-Type", "application/x-www-form-urlencoded").header("X-Twilio-Signature",
                            TwilioWorld.signature(publicUrl + path, form, "sandbox-auth-token")).POST(
                                    HttpRequest.BodyPublishers.ofString(TwilioWorld.encode(form))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> call(String... changes) {
        Map<String, String> form = new HashMap<>(Map.of("CallSid", sid, "From", ada.value(), "To", "+3197010280003",
                "CallStatus", "in-progress", "Direction", "inbound"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private Map<String, String> leg() {
        return call("CallSid", sid + "-leg", "ParentCallSid", sid, "Direction", "outbound-dial", "To", LOTTE);
    }

    private Map<String, String> recorded(String... changes) {
        Map<String, String> form = call("RecordingSid", "RE1", "RecordingUrl",
                "https://api.twilio.com/2010-04-01/Accounts/"
                        + TwilioWorld.SID + "/Recordings/RE1");
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }
}
