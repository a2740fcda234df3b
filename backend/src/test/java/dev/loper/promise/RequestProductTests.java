package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.channel.Intake;
import dev.loper.message.ChannelAddress;
import dev.loper.organisation.QuestionAnswers;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisStore;
import dev.loper.message.PromiseId;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Colleague requests in the product as a whole: an agent asks, a colleague answers on a page or by mail, others try to.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.reply.undo=1m", "loper.data-dir=target/request-product", "loper.public-url=http://loper.test",
        "loper.sandbox-url=http://127.0.0.1:1", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class RequestProductTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String QUESTION = "Where was <b>4711-82</b> scanned?";

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;
    @Autowired
    RequestLinks links;
    @Autowired
    QuestionAnswers mailed;
    @Autowired
    RedisStore store;
    @Autowired
    RedisKeys keys;
    @Autowired
    List<TimerEffect> effects;
    @Autowired
    Promises promises;

    private final String secret = "My secret is " + UUID.randomUUID();
    private String conversation = "";
    private String promise = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @BeforeEach
    void lottePromisedAdaSomething() throws Exception {
        ChannelAddress.Phone ada = new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(1000000,
                9999999));
        intake.accept(Given.sms().from(ada).named("Ada").saying(secret).build());
        conversation = get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                item -> item.get("preview").asString().equals(secret)).map(
                        item -> item.get("conversation").asString()).findFirst().orElseThrow();
        promise = post("/api/v1/conversations/" + conversation + "/promises", Map.of("heard", "My lamp is not there",
                "action", "I ask our warehouse", "dueAt", soon().toString(), "channel", "sms", "clientId",
                UUID.randomUUID().toString())).get("id").asString();
    }

    @Test
    void askingNamesWhomThePromiseWaitsForAndIsDueBeforeIt() throws Exception {
        JsonNode asked = ask();

        assertThat(asked.get("state").asString()).isEqualTo("asked");
        assertThat(Instant.parse(asked.get("dueAt").asString())).isBefore(soon());
        assertThat(get("/api/v1/promises/" + promise).get("waitsFor").asString()).isEqualTo("Pieter, warehouse");
        assertThat(ids("waits")).contains(promise);
        assertThat(events()).contains("request-asked");
        assertThat(get("/api/v1/promises/" + promise + "/requests").get("items")).hasSize(1);
    }

    @Test
    void whomTheOwnerWroteDownIsWaitedForAgainWhenTheColleagueHasAnswered() throws Exception {
        promise = post("/api/v1/conversations/" + conversation + "/promises", Map.of("heard", "My lamp is not there",
                "action", "I ask our warehouse", "dueAt", soon().toString(), "channel", "sms", "waitsFor",
                "the carrier",
                "clientId", UUID.randomUUID().toString())).get("id").asString();
        JsonNode asked = ask();
        assertThat(get("/api/v1/promises/" + promise).get("waitsFor").asString()).isEqualTo("Pieter, warehouse");

        answer(token(asked), "At number 12", "once-1");
        assertThat(get("/api/v1/promises/" + promise).get("waitsFor").asString()).isEqualTo("the carrier");
    }

    @Test
    void aMailThatDoesNotLeaveIsSaid() throws Exception {
        ask();
        JsonNode request = get("/api/v1/promises/" + promise + "/requests").get("items").get(0);
        assertThat(request.get("mail").asString()).isEqualTo("failed");
        assertThat(request.get("mailReason").asString()).isNotBlank();
    }

    @Test
    void thePageShowsWhatWasAskedAndTheExcerptAndNothingElse() throws Exception {
        HttpResponse<String> page = page(token(ask()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Where was &lt;b&gt;4711-82&lt;/b&gt; scanned?", "The lamp is not there yet",
                "lang=\"nl\"").doesNotContain(secret, "<b>4711", "<script", "Ada", conversation);
    }

    @Test
    void lookingChangesNothing() throws Exception {
        JsonNode asked = ask();
        for (int i = 0; i < 50; i++) {
            page(token(asked));
        }
        assertThat(request(asked).get("state").asString()).isEqualTo("asked");
        assertThat(events()).doesNotContain("request-answered");
    }

    @Test
    void anAnswerIsANoteWithItsQuestionAndThePromiseWaitsNoMore() throws Exception {
        JsonNode asked = ask();
        answer(token(asked), "At number 12, <img src=x onerror=alert(1)>", "once-1");

        JsonNode note = entries().getFirst();
        assertThat(note.get("type").asString()).isEqualTo("note");
        assertThat(note.get("text").asString()).isEqualTo("At number 12, <img src=x onerror=alert(1)>");
        assertThat(note.get("html").isNull()).isTrue();
        assertThat(note.at("/event/title").asString()).isEqualTo(QUESTION);
        assertThat(note.at("/author/kind").asString()).isEqualTo("colleague");
        assertThat(note.at("/author/name").asString()).isEqualTo("Pieter, warehouse");
        assertThat(note.get("promise").asString()).isEqualTo(promise);
        assertThat(request(asked).get("state").asString()).isEqualTo("answered");
        assertThat(get("/api/v1/promises/" + promise).get("waitsFor").isNull()).isTrue();
        assertThat(get("/api/v1/promises/" + promise).get("state").asString()).isNotEqualTo("kept");
        assertThat(ids("waits")).doesNotContain(promise);
    }

    @Test
    void aLinkThatWasUsedTakesNothingMoreAndShowsNothingOfTheQuestion() throws Exception {
        JsonNode asked = ask();
        answer(token(asked), "At number 12", "once-1");
        answer(token(asked), "At number 12", "once-1");
        HttpResponse<String> second = answer(token(asked), "No, at number 14, says <b>Eve</b>", "once-2");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).as(
                "nobody is thanked for what was not taken, and their words are given back").contains(
                        "niet verstuurd", "No, at number 14, says &lt;b&gt;Eve").doesNotContain("4711-82", "number 12");
        assertThat(entries().stream().filter(entry -> entry.get("type").asString().equals("note"))).hasSize(1);
        assertThat(page(token(asked)).body()).contains("Dank je wel").doesNotContain("4711-82", "number 12", "<form");
    }

    @Test
    void ofOnePromiseTwentyAreAskedAlsoWhenAllAskAtOnce() throws Exception {
        List<Integer> answers = IntStream.range(0, 24).parallel().mapToObj(number -> asking(number)).toList();
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(20);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(4);
    }

    @Test
    void aHundredRemindersAtOnceAreMailedByAFewAndTheRestTakeTheirTurn() throws Exception {
        JsonNode asked = ask();
        String id = asked.get("id").asString();
        TimerEffect mails = effects.stream().filter(one -> one.kind().equals("request-mail")).findFirst().orElseThrow();
        Timer timer = new Timer("request-mail", id, "1", soon());
        double now = java.time.Clock.systemUTC().millis();
        store.with(redis -> redis.zadd(keys.of(Family.TIMERS), now, timer.member()));
        for (int i = 0; i < 100; i++) {
            mails.fire(timer);
        }
        // Taken on, sent and ticked off; or, for whoever found no line free, put off: due at this moment it never is.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Double due = store.with(redis -> redis.zscore(keys.of(Family.TIMERS), timer.member()));
            assertThat(due == null || due > now).isTrue();
        });
    }

    private int asking(int number) {
        try {
            return send(api("/api/v1/promises/" + promise + "/requests").POST(HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("to", "pieter" + number + "@example.com", "question", QUESTION,
                            "clientId", UUID.randomUUID().toString()))))).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsWithdrawnShowsAndTakesNothing() throws Exception {
        JsonNode asked = ask();
        post("/api/v1/promises/" + promise + "/requests/" + asked.get("id").asString() + "/withdraw", Map.of());

        assertThat(page(token(asked)).statusCode()).isEqualTo(404);
        assertThat(page(token(asked)).body()).doesNotContain("4711-82");
        answer(token(asked), "Too late", "once-1");
        assertThat(events()).contains("request-withdrawn").doesNotContain("request-answered");
    }

    @Test
    void noOtherTokenOpensThePage() throws Exception {
        JsonNode asked = ask();
        String ofThePromise = URI.create(
                get("/api/v1/promises/" + promise).get("statusUrl").asString()).getPath().substring(
                        3);
        String mark = links.markOf(new RequestId(asked.get("id").asString()));
        for (String guess : List.of("AAAAAAAAAAAAAAAAAAAAAA", ofThePromise, mark, asked.get("id").asString(),
                RequestLinks.digest(token(asked)), token(asked).substring(0, 21))) {
            assertThat(page(guess).statusCode()).as(guess).isEqualTo(404);
        }
        assertThat(send(HttpRequest.newBuilder(at("/p/" + token(asked))).GET()).statusCode()).isEqualTo(404);
        java.util.Set<String> kept = store.with(redis -> redis.hkeys(keys.of(Family.REQUEST_LINKS)));
        assertThat(kept).doesNotContain(token(asked), mark);
    }

    @Test
    void anAnswerByMailIsANoteAndNobodyBecomesACustomer() throws Exception {
        JsonNode asked = ask();
        String mark = links.markOf(new RequestId(asked.get("id").asString()));
        long before = customers();

        assertThat(mailed.take(new QuestionAnswers.Answer(mark, "mail-1", "pieter@warehouse.example", "At 12",
                false))).isTrue();
        assertThat(mailed.take(new QuestionAnswers.Answer(mark, "mail-1", "pieter@warehouse.example", "At 12",
                false))).isTrue();
        assertThat(mailed.take(
                new QuestionAnswers.Answer(mark, "mail-2", "jan@elsewhere.example", "At 14", false))).isTrue();

        assertThat(customers()).isEqualTo(before);
        assertThat(request(asked).get("state").asString()).isEqualTo("answered");
        List<String> authors = entries().stream().filter(entry -> entry.get("type").asString().equals("note")).map(
                entry -> entry.at("/author/name").asString()).toList();
        assertThat(authors).containsExactly("Pieter, warehouse (jan@elsewhere.example)", "Pieter, warehouse");
    }

    @Test
    void whatAMachineAnswersIsToldAndAnswersNothing() throws Exception {
        JsonNode asked = ask();
        mailed.take(new QuestionAnswers.Answer(links.markOf(new RequestId(asked.get("id").asString())), "mail-1",
                "pieter@warehouse.example", "I am on holiday", true));

        assertThat(entries().getFirst().get("text").asString()).isEqualTo("I am on holiday");
        assertThat(request(asked).get("state").asString()).isEqualTo("asked");
    }

    @Test
    void anAnsweringMachineFillsNoThread() throws Exception {
        JsonNode asked = ask();
        for (int i = 0; i < 15; i++) {
            mailed(asked, "machine-" + i, true);
        }
        assertThat(notes()).isEqualTo(10);
        assertThat(request(asked).get("state").asString()).isEqualTo("asked");

        mailed(asked, "answer", false);
        assertThat(request(asked).get("state").asString()).as("an answer is taken, whatever came before").isEqualTo(
                "answered");
        assertThat(notes()).isEqualTo(11);
    }

    @Test
    void onceAnsweredAFewMoreMailsAreToldAndNoneOfAMachine() throws Exception {
        JsonNode asked = ask();
        mailed(asked, "answer", false);
        mailed(asked, "machine", true);
        assertThat(notes()).isEqualTo(1);
        for (int i = 0; i < 15; i++) {
            mailed(asked, "more-" + i, false);
        }
        assertThat(notes()).isEqualTo(11);
    }

    private void mailed(JsonNode asked, String id, boolean automatic) {
        assertThat(mailed.take(new QuestionAnswers.Answer(links.markOf(new RequestId(asked.get("id").asString())), id,
                "pieter@warehouse.example", "About it: " + id, automatic))).isTrue();
    }

    private long notes() throws Exception {
        return entries().stream().filter(entry -> entry.get("type").asString().equals("note")).count();
    }

    @Test
    void aMarkNobodyMadeIsNobodysAnswer() {
        assertThat(mailed.take(new QuestionAnswers.Answer("0".repeat(26), "mail-1", "eve@example.org", "Hi",
                false))).isFalse();
    }

    @Test
    void ofAClosedPromiseNobodyIsAsked() throws Exception {
        post("/api/v1/promises/" + promise + "/keep", Map.of("clientId", UUID.randomUUID().toString()));
        HttpResponse<String> refused = send(api("/api/v1/promises/" + promise + "/requests").POST(
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wanted()))));
        assertThat(refused.statusCode()).isEqualTo(409);
    }

    @Test
    void itsReminderAndItsEndFireOnceThoughManyNodesLook() throws Exception {
        JsonNode asked = ask();
        for (String kind : List.of("request-remind", "request-due")) {
            Timer timer = new Timer(kind, asked.get("id").asString(), "1", soon());
            TimerEffect effect = effects.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
            IntStream.range(0, 8).parallel().forEach(node -> effect.fire(timer));
        }

        assertThat(request(asked).get("state").asString()).isEqualTo("overdue");
        assertThat(events().stream().filter("request-overdue"::equals)).hasSize(1);
        answer(token(asked), "Late, but here it is", "once-1");
        assertThat(request(asked).get("state").asString()).isEqualTo("answered");
    }

    @Test
    void anotherMomentOfThePromiseIsAnotherDeadline() throws Exception {
        JsonNode asked = ask();
        post("/api/v1/promises/" + promise + "/renegotiate", Map.of("dueAt", soon().plus(Duration.ofDays(5)).toString(),
                "reason", "The warehouse is closed", "clientId", UUID.randomUUID().toString()));
        assertThat(Instant.parse(request(asked).get("dueAt").asString())).isAfter(Instant.parse(asked.get(
                "dueAt").asString()));
        String id = asked.get("id").asString();
        List<String> timers = store.with(redis -> redis.zrange(keys.of(Family.TIMERS), 0, -1));
        assertThat(timers).contains("request-due|" + id
                + "|2").doesNotContain("request-due|" + id + "|1");
    }

    @Test
    void aMomentThatIsTakenBackTakesTheirDeadlineBack() throws Exception {
        JsonNode asked = ask();
        String due = get("/api/v1/promises/" + promise).get("dueAt").asString();
        JsonNode moved = post("/api/v1/promises/" + promise + "/renegotiate", Map.of("dueAt", soon().plus(
                Duration.ofDays(5)).toString(), "reason", "The warehouse is closed", "clientId",
                UUID.randomUUID().toString()));
        assertThat(Instant.parse(request(asked).get("dueAt").asString())).isAfter(Instant.parse(due));

        post("/api/v1/conversations/" + conversation + "/entries/" + moved.get("entry").asString() + "/withdraw",
                Map.of());

        assertThat(get("/api/v1/promises/" + promise).get("dueAt").asString()).isEqualTo(due);
        assertThat(Instant.parse(request(asked).get("dueAt").asString())).isBefore(Instant.parse(due));
    }

    @Test
    void forALatePromiseSomebodyCanBeAskedWithTimeToAnswer() throws Exception {
        Promise found = promises.find(new PromiseId(promise)).orElseThrow();
        effects.stream().filter(one -> one.kind().equals("promise-late")).findFirst().orElseThrow().fire(new Timer(
                "promise-late", promise, String.valueOf(found.version()), found.due()));
        Instant now = Clock.systemUTC().instant();
        assertThat(Instant.parse(ask().get("dueAt").asString())).isAfter(now.plus(Duration.ofMinutes(29)));

        Instant wanted = now.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        JsonNode asked = post("/api/v1/promises/" + promise + "/requests",
                Map.of("to", "pieter@example.com", "question",
                        "Where is it?", "dueAt", wanted.toString(), "clientId", UUID.randomUUID().toString()));
        assertThat(asked.get("dueAt").asString()).isEqualTo(wanted.toString());
    }

    @Test
    void withoutAPromiseTheAnswerIsANoteInTheTopicAndNothingIsPromised() throws Exception {
        String topic = topic();
        JsonNode asked = post("/api/v1/topics/" + topic + "/requests", wanted());

        assertThat(asked.get("state").asString()).isEqualTo("asked");
        assertThat(Instant.parse(asked.get("dueAt").asString())).isAfter(soon().minus(Duration.ofHours(4)));
        assertThat(get("/api/v1/topics/" + topic + "/requests").get("items")).hasSize(1);
        assertThat(get("/api/v1/promises/" + promise + "/requests").get("items")).isEmpty();
        assertThat(get("/api/v1/promises/" + promise).get("waitsFor").isNull()).isTrue();
        assertThat(page(token(asked)).body()).contains("Een klant wacht op het antwoord").doesNotContain(
                "Een belofte aan een klant hangt", secret);

        answer(token(asked), "At number 12", "once-1");
        answer(token(asked), "At number 14", "once-2");

        List<JsonNode> notes = entries().stream().filter(entry -> entry.get("type").asString().equals("note")).toList();
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().get("text").asString()).isEqualTo("At number 12");
        assertThat(notes.getFirst().get("promise").isNull()).isTrue();
        assertThat(notes.getFirst().get("topic").asString()).isEqualTo(topic);
        assertThat(get("/api/v1/topics/" + topic + "/requests").at("/items/0/state").asString()).isEqualTo("answered");
    }

    @Test
    void withoutAPromiseItIsRemindedOfOnceAndWithdrawnLikeAnyOther() throws Exception {
        String topic = topic();
        JsonNode asked = post("/api/v1/topics/" + topic + "/requests", wanted());
        for (String kind : List.of("request-remind", "request-due")) {
            Timer timer = new Timer(kind, asked.get("id").asString(), "1", soon());
            TimerEffect effect = effects.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
            IntStream.range(0, 8).parallel().forEach(node -> effect.fire(timer));
        }
        assertThat(events().stream().filter("request-overdue"::equals)).hasSize(1);
        HttpResponse<String> elsewhere = send(api("/api/v1/promises/" + promise + "/requests/" + asked.get(
                "id").asString() + "/withdraw").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(elsewhere.statusCode()).as("it is none of the promise's").isEqualTo(404);

        post("/api/v1/topics/" + topic + "/requests/" + asked.get("id").asString() + "/withdraw", Map.of());
        assertThat(page(token(asked)).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverAsksMaySayUntilWhenButNotAfterThePromise() throws Exception {
        Map<String, Object> wanted = wanted();
        Instant until = soon().minus(Duration.ofHours(1));
        wanted.put("dueAt", until.toString());
        assertThat(Instant.parse(post("/api/v1/promises/" + promise + "/requests", wanted).get(
                "dueAt").asString())).isEqualTo(until);

        Map<String, Object> tooLate = wanted();
        tooLate.put("dueAt", soon().plus(Duration.ofHours(1)).toString());
        HttpResponse<String> refused = send(api("/api/v1/promises/" + promise + "/requests").POST(
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(tooLate))));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("unfit-moment");
    }

    @Test
    void nobodyIsRemindedForATopicThatIsResolved() throws Exception {
        String topic = topic();
        JsonNode asked = post("/api/v1/topics/" + topic + "/requests", wanted());
        post("/api/v1/topics/" + topic + "/resolve", Map.of());
        TimerEffect effect = effects.stream().filter(one -> one.kind().equals("request-due")).findFirst().orElseThrow();
        effect.fire(new Timer("request-due", asked.get("id").asString(), "1", soon()));
        assertThat(events()).doesNotContain("request-overdue");
    }

    @Test
    void whatWasAskedForAPromiseGoesAlongWhenItsMessageIsMoved() throws Exception {
        JsonNode asked = ask();
        JsonNode before = get("/api/v1/promises/" + promise);
        post("/api/v1/conversations/" + conversation + "/entries/" + before.get("entry").asString() + "/move", Map.of(
                "topic", "new", "title", "The lamp"));
        assertThat(get("/api/v1/promises/" + promise).get("topic")).isNotEqualTo(before.get("topic"));

        post("/api/v1/promises/" + promise + "/requests/" + asked.get("id").asString() + "/withdraw", Map.of());
        assertThat(page(token(asked)).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/topics/" + before.get("topic").asString() + "/requests").get("items")).isEmpty();
    }

    private String topic() throws Exception {
        return get("/api/v1/conversations/" + conversation).at("/topics/0/id").asString();
    }

    private static Instant soon() {
        return Instant.ofEpochSecond((java.time.Clock.systemUTC().instant().getEpochSecond() / 60 + 240) * 60);
    }

    private static Map<String, Object> wanted() {
        return new HashMap<>(Map.of("to", "pieter@warehouse.example", "name", "Pieter, warehouse", "question", QUESTION,
                "excerpt", "The lamp is not there yet", "language", "nl", "clientId", UUID.randomUUID().toString()));
    }

    private JsonNode ask() throws Exception {
        return post("/api/v1/promises/" + promise + "/requests", wanted());
    }

    private JsonNode request(JsonNode asked) throws Exception {
        return get("/api/v1/promises/" + promise + "/requests").get("items").valueStream().filter(
                one -> one.get("id").equals(asked.get("id"))).findFirst().orElseThrow();
    }

    private String token(JsonNode asked) {
        return URI.create(links.urlOf(new RequestId(asked.get("id").asString()))).getPath().substring(3);
    }

    private long customers() {
        return store.with(redis -> redis.hlen(keys.of(Family.IDENTITIES)));
    }

    private List<JsonNode> entries() throws Exception {
        return get("/api/v1/conversations/" + conversation + "/entries").get("items").valueStream().toList();
    }

    private List<String> events() throws Exception {
        return entries().stream().filter(entry -> !entry.get("event").isNull()).map(
                entry -> entry.at("/event/kind").asString()).toList();
    }

    private List<String> ids(String state) throws Exception {
        return get("/api/v1/promises?state=" + state).get("items").valueStream().map(
                item -> item.get("id").asString()).toList();
    }

    private HttpResponse<String> page(String token) throws Exception {
        return send(HttpRequest.newBuilder(at("/q/" + token)).header("Accept", "text/html").GET());
    }

    private HttpResponse<String> answer(String token, String words, String once) throws Exception {
        HttpResponse<String> answered = send(
                HttpRequest.newBuilder(at("/q/" + token + "/answer")).header("Content-Type",
                        "application/x-www-form-urlencoded").POST(
                                HttpRequest.BodyPublishers.ofString("once=" + once + "&words="
                                        + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8))));
        return answered;
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(api(path).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode post(String path, Object body) throws Exception {
        HttpResponse<String> answer = send(api(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(
                body))));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer loper_demo").header("Content-Type",
                "application/json");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
