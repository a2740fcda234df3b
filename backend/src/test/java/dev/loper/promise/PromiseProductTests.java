package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.channel.Intake;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PromiseId;
import dev.loper.redis.RedisServer;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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

/// Promises in the product as a whole: an agent at the API on one side, the customer's page on the other.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.reply.undo=1m", "loper.data-dir=target/promise-product", "loper.public-url=http://loper.test",
        "loper.sandbox-url=http://127.0.0.1:1", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class PromiseProductTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;
    @Autowired
    Promises promises;
    @Autowired
    PromiseCards cards;
    @Autowired
    java.util.List<TimerEffect> effects;

    private final ChannelAddress.Phone ada = new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(
            1000000, 9999999));
    private final String words = "Mijn lamp flikkert, en ik heb haast " + UUID.randomUUID();
    private String conversation = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @BeforeEach
    void adaTexts() throws Exception {
        intake.accept(Given.sms().from(ada).named("Ada").saying(words).build());
        JsonNode items = get("/api/v1/inbox?view=all").get("items");
        for (JsonNode item : items) {
            if (item.get("preview").asString().startsWith("Mijn lamp flikkert") && item.get("customer").get(
                    "name").asString().equals("Ada")) {
                conversation = item.get("conversation").asString();
            }
        }
        assertThat(conversation).isNotEmpty();
    }

    @Test
    void aPromiseIsSaidInTheCustomersLanguageAndItsPageShowsIt() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));

        assertThat(promise.get("state").asString()).isEqualTo("open");
        assertThat(promise.get("told").asString()).isEqualTo("queued");
        assertThat(promise.get("sentence").asString()).startsWith(
                "Je vertelde me: “Mijn lamp flikkert.” Ik vraag").contains(
                        "vóór").endsWith("van me per sms.");
        HttpResponse<String> page = page(promise);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"nl\"", "Ik vraag het onze werkplaats.", "Dag Ada,", "naar\u00a0…\u2060"
                + ada.value().substring(ada.value().length() - 2)).doesNotContain("<script", ada.value());
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void thePageNamesTheMatterAndOffersEachWayWithItsGlyph() throws Exception {
        HttpResponse<String> page = page(promise(in(Duration.ofHours(3))));
        assertThat(page.body()).contains("<span>Mijn lamp flikkert").containsPattern(
                "value=\"voice\"><button><svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">");
    }

    @Test
    void anAnswerByPhoneCanBePromisedAndIsSaidInWriting() throws Exception {
        JsonNode promise = byPhone();

        assertThat(promise.get("channel").asString()).isEqualTo("voice");
        assertThat(promise.get("sentence").asString()).endsWith("van me telefonisch.");
        assertThat(newest().get("channel").asString()).isEqualTo("sms");
        JsonNode moved = post("/api/v1/promises/" + promise.get("id").asString() + "/renegotiate", Map.of("dueAt", in(
                Duration.ofHours(5)).toString(), "reason", "De werkplaats is dicht", "clientId",
                UUID.randomUUID().toString()));
        assertThat(moved.get("moments")).hasSize(2);
        assertThat(page(promise).body()).contains("telefonisch");
    }

    @Test
    void whoeverAsksToBeCalledHasTheirAnswerByPhone() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        assertThat(form(promise, "/answer-on", "way=voice").statusCode()).isEqualTo(303);
        assertThat(again(promise).get("channel").asString()).isEqualTo("voice");
    }

    @Test
    void inQuietHoursAMissedPromiseIsToldOnItsOwnChannelOrNotAtAll() throws Exception {
        quiet(here().minusHours(1), here().plusHours(1));
        JsonNode onItsOwn = promise(in(Duration.ofHours(3)));
        fires("promise-notice", onItsOwn);
        assertThat(newest().get("text").asString()).startsWith("We halen ");

        JsonNode byPhone = byPhone();
        fires("promise-notice", byPhone);

        assertThat(newest().at("/event/kind").asString()).isEqualTo("untold");
        assertThat(again(byPhone).get("told").asString()).isEqualTo("failed");
        fires("promise-late", byPhone);
        assertThat(page(byPhone).body()).as("what nobody was told is not called told").doesNotContain("Gemeld om",
                "We lieten weten");
    }

    @Test
    void onceTheyWereToldThatItWillBeMissedThePageSaysSoAndNoMomentAnyMore() throws Exception {
        quiet(here().plusHours(2), here().plusHours(3));
        JsonNode promise = promise(in(Duration.ofHours(3)));
        assertThat(page(promise).body()).contains("Je hoort van ons");

        fires("promise-notice", promise);

        assertThat(again(promise).get("state").asString()).isEqualTo("open");
        assertThat(page(promise).body()).contains("Het wordt later dan beloofd", "Later dan beloofd", "Gemeld om",
                "laat je weten wanneer het komt").doesNotContain("Je hoort van ons");
    }

    @Test
    void theCardInTheirChatGoesAlongUntilAnotherMomentIsSet() throws Exception {
        quiet(here().plusHours(2), here().plusHours(3));
        JsonNode promise = promise(in(Duration.ofHours(3)));
        assertThat(card(promise).says()).isNull();

        fires("promise-notice", promise);
        assertThat(card(promise).says()).isEqualTo("Later dan beloofd");

        post("/api/v1/promises/" + promise.get("id").asString() + "/renegotiate", Map.of("dueAt", in(Duration.ofHours(
                5)).toString(), "reason", "De werkplaats is dicht", "clientId", UUID.randomUUID().toString()));
        assertThat(card(promise).says()).isNull();
    }

    private PromiseCards.Card card(JsonNode promise) {
        return cards.of(java.util.List.of(new PromiseId(promise.get("id").asString()))).values().iterator().next();
    }

    @Test
    void whatCannotBeWrittenOnItsOwnChannelIsToldAnotherWayByDay() throws Exception {
        quiet(here().plusHours(2), here().plusHours(3));
        JsonNode byPhone = byPhone();
        fires("promise-notice", byPhone);

        assertThat(newest().get("channel").asString()).isEqualTo("sms");
        assertThat(newest().get("text").asString()).startsWith("We halen ");
        assertThat(again(byPhone).get("told").asString()).isEqualTo("queued");
    }

    @Test
    void aLatePageNamesNoMomentForTheAnswerAndWhoeverHasItWillSayOne() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        fires("promise-late", promise);
        String page = page(promise).body();
        assertThat(page).contains("laat je weten wanneer het komt", "Dat is niet gelukt",
                "Bel mij nu terug").doesNotContain("value=\"voice\"");
        assertThat(page.substring(page.indexOf("<ol>"))).containsPattern(
                "<li class=\"now\"><time[^>]*>[^<]+</time><span>Je verhaal gehoord").containsPattern(
                        "<time[^>]*></time><span>Je antwoord per sms");
    }

    @Test
    void aKeptPageSaysWhatWasDoneAndWhoSawToIt() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        post("/api/v1/promises/" + promise.get("id").asString() + "/keep",
                Map.of("clientId", UUID.randomUUID().toString()));
        assertThat(page(promise).body()).contains("heeft ervoor gezorgd",
                "Ik vraag het onze werkplaats").doesNotContain(
                        "zorgt dat je antwoord krijgt");
    }

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static LocalTime here() {
        return LocalTime.ofInstant(java.time.Clock.systemUTC().instant(), AMSTERDAM);
    }

    private void quiet(LocalTime from, LocalTime until) throws Exception {
        wishes("quiet-hours", from.truncatedTo(ChronoUnit.MINUTES) + "-" + until.truncatedTo(ChronoUnit.MINUTES));
    }

    private JsonNode byPhone() throws Exception {
        Map<String, Object> wanted = new java.util.HashMap<>(request(in(Duration.ofHours(3)), "Mijn lamp flikkert",
                UUID.randomUUID().toString()));
        wanted.put("channel", "voice");
        return post("/api/v1/conversations/" + conversation + "/promises", wanted);
    }

    private JsonNode newest() throws Exception {
        return get("/api/v1/conversations/" + conversation + "/entries").at("/items/0");
    }

    /// One of its timers, as if its moment had come.
    private void fires(String kind, JsonNode promise) {
        Promise found = promises.find(new PromiseId(promise.get("id").asString())).orElseThrow();
        effects.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow().fire(new Timer(kind,
                found.id().value(), String.valueOf(found.version()), found.due()));
    }

    /// What is mailed shows a promise as one; nothing anybody wrote is markup there.
    @Test
    void inAMailItIsABlockWithItsLink() throws Exception {
        JsonNode promise = promiseByMail();

        JsonNode entry = get("/api/v1/conversations/" + conversation + "/entries").at("/items/0");
        assertThat(entry.get("html").asString()).startsWith("<div style=").contains("Mijn &lt;b&gt;kast", "<a href=\""
                + promise.get("statusUrl").asString() + "\">Volg het hier</a>").doesNotContain("<b>");
        assertThat(entry.get("text").asString()).contains("Volg het hier: " + promise.get("statusUrl").asString());
    }

    /// To whoever wrote a mail.
    private JsonNode promiseByMail() throws Exception {
        String mail = "ada-" + UUID.randomUUID() + "@example.com";
        intake.accept(Given.mail().from(new ChannelAddress.Email(mail)).named("Ada").saying(
                "Mijn kast wiebelt, en ik heb haast " + UUID.randomUUID()).build());
        conversation = get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                item -> item.get("preview").asString().startsWith("Mijn kast wiebelt")).findFirst().orElseThrow().get(
                        "conversation").asString();
        Map<String, Object> wanted = new java.util.HashMap<>(request(in(Duration.ofHours(3)), "Mijn <b>kast",
                UUID.randomUUID().toString()));
        wanted.put("channel", "email");
        return post("/api/v1/conversations/" + conversation + "/promises", wanted);
    }

    @Test
    void whatIsMovedOrMissedLeadsToThePageToo() throws Exception {
        JsonNode promise = promiseByMail();
        String link = "<a href=\"" + promise.get("statusUrl").asString() + "\">Volg het hier</a>";
        post("/api/v1/promises/" + promise.get("id").asString() + "/renegotiate", Map.of("dueAt", in(Duration.ofHours(
                5)).toString(), "reason", "De <i>werkplaats</i> is dicht", "clientId", UUID.randomUUID().toString()));
        assertThat(newest().get("html").asString()).contains("Niet ", "&lt;i&gt;", link).doesNotContain("<i>");

        fires("promise-notice", promise);
        assertThat(newest().get("html").asString()).contains("We halen ", link);
        assertThat(newest().get("text").asString()).endsWith("Volg het hier: " + promise.get("statusUrl").asString());
    }

    @Test
    void whatTheHouseUsuallyPromisesIsReadByAllAndWrittenByAdministrators() throws Exception {
        HttpResponse<String> written = send(api("/api/v1/promise-actions").PUT(HttpRequest.BodyPublishers.ofString(
                JSON.writeValueAsString(Map.of("en", java.util.List.of(" I ask our workshop "), "nl",
                        java.util.List.of("Ik vraag het onze werkplaats"))))));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(get("/api/v1/promise-actions").at("/en/0").asString()).isEqualTo("I ask our workshop");
        assertThat(get("/api/v1/promise-actions").at("/nl/0").asString()).isEqualTo("Ik vraag het onze werkplaats");
        HttpResponse<String> empty = send(api("/api/v1/promise-actions").PUT(HttpRequest.BodyPublishers.ofString(
                "{\"en\":[\" \"],\"nl\":[]}")));
        assertThat(empty.statusCode()).isEqualTo(422);
    }

    @Test
    void ofTwoWhoWriteWhatTheHousePromisesTheSecondIsTold() throws Exception {
        String read = get("/api/v1/promise-actions").get("version").asString();
        assertThat(writes(read, "I look it up").statusCode()).isEqualTo(200);
        HttpResponse<String> second = writes(read, "I call you");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("changed-meanwhile");
        assertThat(get("/api/v1/promise-actions").at("/en/0").asString()).isEqualTo("I look it up");
    }

    private HttpResponse<String> writes(String version, String sentence) throws Exception {
        return send(api("/api/v1/promise-actions").PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(
                Map.of("en", java.util.List.of(sentence), "nl", java.util.List.of(), "version", version)))));
    }

    @Test
    void nobodyIsCalledByTheirNumber() throws Exception {
        ChannelAddress.Phone stranger = new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(1000000,
                9999999));
        String question = "Mijn stoel wiebelt, en dat al een week " + UUID.randomUUID();
        intake.accept(Given.sms().from(stranger).named("").saying(question).build());
        conversation = get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                item -> item.get("preview").asString().startsWith("Mijn stoel wiebelt")).findFirst().orElseThrow().get(
                        "conversation").asString();

        assertThat(page(promise(in(Duration.ofHours(3)))).body()).contains("Dag,").doesNotContain(stranger.value());
    }

    @Test
    void whatACustomerSaidIsShownAsWordsNotAsPage() throws Exception {
        JsonNode promise = post("/api/v1/conversations/" + conversation + "/promises", request(in(Duration.ofHours(3)),
                "<script>alert(1)</script>", UUID.randomUUID().toString()));
        assertThat(page(promise).body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void lookingAtThePageAHundredTimesChangesNothing() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        for (int i = 0; i < 100; i++) {
            page(promise);
        }
        assertThat(again(promise)).isEqualTo(promise);
    }

    @Test
    void aCustomerWhoSaysItIsSolvedReleasesIt() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        assertThat(form(promise, "/solved", "").statusCode()).isEqualTo(303);
        assertThat(again(promise).get("state").asString()).isEqualTo("released");
        assertThat(page(promise).body()).contains("Afgehandeld").doesNotContain("<form");
    }

    @Test
    void whatACustomerAddsIsOnTheTimelineOnceAndTheyWaitForAnAnswer() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        assertThat(topic().get("waitingSince").isNull()).isTrue();
        form(promise, "/add", "once=1234&words=Het+is+de+rode+lamp");
        form(promise, "/add", "once=1234&words=Het+is+de+rode+lamp");

        JsonNode entries = get("/api/v1/conversations/" + conversation + "/entries").get("items");
        assertThat(entries.valueStream().filter(
                entry -> entry.get("text").asString().equals("Het is de rode lamp"))).hasSize(
                        1);
        assertThat(topic().get("waitingSince").isNull()).isFalse();
    }

    @Test
    void whatACustomerAddsStandsOnThePageInTheirWordsWithItsMoment() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        form(promise, "/add", "once=1&words=Het+is+de+%3Cb%3Erode%3C%2Fb%3E+lamp");
        post("/api/v1/conversations/" + conversation + "/notes", Map.of("topic", topic().get("id").asString(), "text",
                "Alleen voor ons", "clientId", UUID.randomUUID().toString()));
        intake.accept(Given.sms().from(ada).named("Ada").saying("Gezegd op een ander kanaal").build());
        JsonNode other = promise(in(Duration.ofHours(4)));
        form(other, "/add", "once=1&words=Dit+hoort+bij+de+andere");

        String page = page(promise).body();
        assertThat(page.substring(page.indexOf("<ol>"))).containsPattern(
                "<time datetime=\"[^\"]+\">\\d\\d:\\d\\d</time>"
                        + "<span>Je voegde toe<small>Het is de &lt;b&gt;rode&lt;/b&gt; lamp</small>").doesNotContain(
                                "<b>rode",
                                "Alleen voor ons", "ander kanaal", "bij de andere");
        assertThat(page(promise).body()).as("and later").contains("Je voegde toe");
    }

    @Test
    void whatIsAddedAfterwardsStandsBelowWhatWasDone() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        post("/api/v1/promises/" + promise.get("id").asString() + "/keep",
                Map.of("clientId", UUID.randomUUID().toString()));
        form(promise, "/add", "once=1&words=Hij+flikkert+toch+nog");
        assertThat(page(promise).body()).containsSubsequence("Beantwoord", "Je voegde toe", "Hij flikkert toch nog");
    }

    /// It becomes part of a key and of the entry: however long it is, little of it is kept.
    @Test
    void theMarkOfAFormIsCut() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        form(promise, "/add", "once=" + "x".repeat(60_000) + "&words=Hallo");

        JsonNode entries = get("/api/v1/conversations/" + conversation + "/entries").get("items");
        assertThat(entries.toString()).contains("Hallo").hasSizeLessThan(50_000);
    }

    @Test
    void whatACustomerAddsStartsTheServiceTargetOfTheQueue() throws Exception {
        JsonNode main = get("/api/v1/queues").get("items").valueStream().filter(
                queue -> queue.get("id").asString().equals("main")).findFirst().orElseThrow();
        send(api("/api/v1/queues/main").PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("name",
                main.get("name").asString(), "targets", Map.of("first", 120, "next", 120), "version", main.get(
                        "version").asLong())))));
        JsonNode promise = promise(in(Duration.ofHours(3)));
        assertThat(topic().get("target").isNull()).isTrue();

        form(promise, "/add", "once=5678&words=Het+is+de+rode+lamp");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(topic().at("/target/kind").asString()).as(
                topic().toString()).isEqualTo("next"));
        assertThat(topic().at("/target/state").asString()).isEqualTo("running");
    }

    @Test
    void aGuessedAddressShowsNothing() throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(at("/p/AAAAAAAAAAAAAAAAAAAAAA")).GET());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no promise here");
        assertThat(send(HttpRequest.newBuilder(at("/p/AAAAAAAAAAAAAAAAAAAAAA/solved")).POST(
                HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(404);
    }

    @Test
    void theNameOfWhoeverWasAskedStaysInside() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        post("/api/v1/promises/" + promise.get("id").asString() + "/requests", Map.of("to", "pieter@example.com",
                "name", "Pieter van het magazijn", "question", "Waar is de lamp?", "clientId",
                UUID.randomUUID().toString()));
        assertThat(page(promise).body()).contains("We hebben het onze collega’s gevraagd").doesNotContain("Pieter",
                "magazijn", "Waar is de lamp");
    }

    @Test
    void otherWordsInTheSameFormAreAnotherAddition() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        form(promise, "/add", "once=1234&words=Het+is+de+rode+lamp");
        form(promise, "/add", "once=1234&words=En+hij+is+kapot");
        assertThat(said()).contains("Het is de rode lamp", "En hij is kapot");
    }

    @Test
    void whatIsAddedToAPromiseThatIsKeptArrivesAndTheCustomerWaits() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        post("/api/v1/promises/" + promise.get("id").asString() + "/keep",
                Map.of("clientId", UUID.randomUUID().toString()));
        assertThat(form(promise, "/add", "once=1&words=Hij+flikkert+toch+nog").headers().firstValue(
                "Location")).hasValueSatisfying(to -> assertThat(to).endsWith("?done=add"));

        assertThat(said()).contains("Hij flikkert toch nog");
        assertThat(topic().get("waitingSince").isNull()).isFalse();
        assertThat(again(promise).get("state").asString()).isEqualTo("kept");
    }

    @Test
    void aPageThatIsUsedToFloodAThreadIsStoppedAndGivesTheWordsBack() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        for (int i = 0; i < 20; i++) {
            assertThat(form(promise, "/add", "once=" + i + "&words=Nog+iets+" + i).statusCode()).isEqualTo(303);
        }
        HttpResponse<String> refused = form(promise, "/add", "once=x&words=Nummer+%3Cb%3E21");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Nummer &lt;b&gt;21", "niet aangekomen").doesNotContain("<b>21");
        assertThat(said()).doesNotContain("Nummer <b>21");
        assertThat(form(promise, "/solved", "").statusCode()).isEqualTo(303);
        assertThat(again(promise).get("state").asString()).isEqualTo("released");
    }

    @Test
    void askingForTheChannelItComesOnAnywayChangesNothing() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        form(promise, "/answer-on", "way=sms");
        form(promise, "/answer-on", "way=sms");
        JsonNode entries = get("/api/v1/conversations/" + conversation + "/entries").get("items");
        assertThat(entries.valueStream().filter(entry -> entry.at("/event/kind").asString("").equals(
                "answer-on"))).isEmpty();
    }

    @Test
    void whoeverAnswersWithoutHavingSeenWhatWasAddedIsShownIt() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        String seen = get("/api/v1/conversations/" + conversation + "/entries").at("/items/0/id").asString();
        form(promise, "/add", "once=1&words=Het+is+de+rode+lamp");

        HttpResponse<String> stale = send(api("/api/v1/conversations/" + conversation + "/messages").POST(
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("channel", "sms", "text",
                        "Welke lamp is het?", "clientId", UUID.randomUUID().toString(), "seen", seen)))));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(stale.body()).at("/newer/0/text").asString()).isEqualTo("Het is de rode lamp");
        assertThat(get("/api/v1/inbox?view=all").get("items").valueStream().filter(item -> item.get(
                "conversation").asString().equals(conversation)).findFirst().orElseThrow().get(
                        "unread").asBoolean()).isTrue();
    }

    @Test
    void theFormsStandOnPagesOfTheirOwnWhereNoClockTakesTheWordsAway() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        HttpResponse<String> adding = send(HttpRequest.newBuilder(at(path(promise) + "/add")).GET());
        HttpResponse<String> solving = send(HttpRequest.newBuilder(at(path(promise) + "/solved")).GET());

        assertThat(page(promise).body()).contains("http-equiv=\"refresh\"").doesNotContain("<textarea");
        assertThat(adding.body()).contains("<textarea").doesNotContain("http-equiv");
        assertThat(solving.body()).contains("Ja, het is opgelost").doesNotContain("http-equiv");
        assertThat(again(promise).get("state").asString()).isEqualTo("open");
    }

    @Test
    void aChannelThatWillHaveClosedIsRefusedWithTheAlternatives() throws Exception {
        Map<String, Object> wanted = new java.util.HashMap<>(request(in(Duration.ofHours(3)), "Mijn lamp flikkert",
                UUID.randomUUID().toString()));
        wanted.put("channel", "whatsapp");
        HttpResponse<String> refused = send(api("/api/v1/conversations/" + conversation + "/promises").POST(
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wanted))));

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.get("type").asString()).endsWith("unreachable-at-that-time");
        assertThat(problem.get("alternatives").valueStream().map(JsonNode::asString)).contains("sms");
    }

    @Test
    void thePreviewSaysItAndWhereTheCustomerCanBeReachedAndWritesNothing() throws Exception {
        JsonNode preview = post("/api/v1/conversations/" + conversation + "/promises/preview", Map.of("heard",
                "Mijn lamp flikkert", "action", "Ik vraag het na", "dueAt", in(Duration.ofHours(3)).toString(),
                "channel",
                "sms"));
        assertThat(preview.get("sentence").asString()).startsWith(
                "Je vertelde me: “Mijn lamp flikkert.” Ik vraag het na.");
        assertThat(preview.get("ways").get(0).get("channel").asString()).isEqualTo("sms");
        assertThat(preview.get("ways").get(0).get("open").asBoolean()).isTrue();
        assertThat(get("/api/v1/conversations/" + conversation + "/promises").get("items")).isEmpty();
    }

    @Test
    void whereACustomerWouldRatherBeAnsweredIsProposedFirst() throws Exception {
        intake.accept(Given.whatsapp(ada.value()).named("Ada").saying(
                "And on WhatsApp").build());
        assertThat(proposed()).isEqualTo("whatsapp");

        wishes("preferred-channel", "sms");

        assertThat(proposed()).isEqualTo("sms");
        JsonNode first = preview(in(Duration.ofHours(3))).get("ways").get(0);
        assertThat(first.get("channel").asString()).isEqualTo("sms");
        assertThat(first.get("wished").asBoolean()).isTrue();
    }

    @Test
    void anAnswerThatWouldDisturbInTheirQuietHoursSaysSo() throws Exception {
        Instant due = in(Duration.ofHours(3));
        assertThat(preview(due).at("/ways/0/quietUntil").isNull()).isTrue();
        java.time.LocalTime there = java.time.LocalTime.ofInstant(due, java.time.ZoneId.of("Europe/Amsterdam"));
        wishes("quiet-hours",
                there.minusHours(1).truncatedTo(ChronoUnit.MINUTES) + "-" + there.plusHours(1).truncatedTo(
                        ChronoUnit.MINUTES));

        assertThat(Instant.parse(preview(due).at("/ways/0/quietUntil").asString())).isAfter(due);
        assertThat(preview(in(Duration.ofHours(5))).at("/ways/0/quietUntil").isNull()).isTrue();
    }

    @Test
    void aPromiseIsMadeInTheLanguageTheCustomerWishes() throws Exception {
        wishes("language", "en");
        assertThat(preview(in(Duration.ofHours(3))).get("language").asString()).isEqualTo("en");
    }

    @Test
    void whatWeAnsweredMeanwhileIsNotTheirLanguage() throws Exception {
        post("/api/v1/conversations/" + conversation + "/messages", Map.of("channel", "sms", "text",
                "We have your lamp here, and it is with the people of our workshop; can you call?", "clientId",
                UUID.randomUUID().toString()));
        assertThat(preview(in(Duration.ofHours(3))).get("language").asString()).isEqualTo("nl");
    }

    @Test
    void theSameClientIdMakesOnePromise() throws Exception {
        Map<String, Object> wanted = request(in(Duration.ofHours(3)), "Mijn lamp flikkert", "same-" + conversation);
        JsonNode first = post("/api/v1/conversations/" + conversation + "/promises", wanted);
        JsonNode second = post("/api/v1/conversations/" + conversation + "/promises", wanted);
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(get("/api/v1/conversations/" + conversation + "/promises").get("items")).hasSize(1);
    }

    @Test
    void keptItIsInTheListOfTheKept() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        JsonNode kept = post("/api/v1/promises/" + promise.get("id").asString() + "/keep", Map.of("clientId",
                UUID.randomUUID().toString()));
        assertThat(kept.get("state").asString()).isEqualTo("kept");
        assertThat(ids("kept")).contains(promise.get("id").asString());
        assertThat(ids("active")).doesNotContain(promise.get("id").asString());
    }

    /// As far as a moment can be written, either way.
    private static final java.util.List<String> ABSURD = java.util.List.of("+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z");

    @Test
    void anAbsurdMomentIsRefusedWhereverOneIsPromised() throws Exception {
        String id = promise(in(Duration.ofHours(3))).get("id").asString();
        for (String moment : ABSURD) {
            Map<String, Object> wanted = new java.util.HashMap<>(request(in(Duration.ofHours(3)), "Mijn lamp",
                    UUID.randomUUID().toString()));
            wanted.put("dueAt", moment);
            String promises = "/api/v1/conversations/" + conversation + "/promises";
            refused("unfit-moment", "dueAt", promises, wanted);
            refused("unfit-moment", "dueAt", promises + "/preview", wanted);
            refused("unfit-moment", "dueAt", "/api/v1/promises/" + id + "/renegotiate", Map.of("dueAt", moment,
                    "reason", "De werkplaats is dicht", "clientId", UUID.randomUUID().toString()));
            refused("unfit-moment", "dueAt", "/api/v1/promises/" + id + "/requests", Map.of("to",
                    "pieter@example.com", "question", "Waar is de lamp?", "dueAt", moment, "clientId",
                    UUID.randomUUID().toString()));
        }
        assertThat(get("/api/v1/conversations/" + conversation + "/promises").get("items")).hasSize(1);
    }

    @Test
    void aPreviewIsOfAMomentThatCanBePromised() throws Exception {
        refused("unfit-moment", "dueAt", "/api/v1/conversations/" + conversation + "/promises/preview", request(in(
                Duration.ofDays(91)), "Mijn lamp", UUID.randomUUID().toString()));
    }

    @Test
    void beforeAnAbsurdMomentLieAllPromisesOrNone() throws Exception {
        String id = promise(in(Duration.ofHours(3))).get("id").asString();
        String list = "/api/v1/promises?state=active&until=";
        assertThat(get(list + encoded(ABSURD.getFirst())).toString()).contains(id);
        assertThat(get(list + encoded(ABSURD.getLast())).get("items")).isEmpty();
        assertThat(get("/api/v1/promises/counts?until=" + encoded(ABSURD.getFirst())).get("due").asLong()).isPositive();
        assertThat(get("/api/v1/promises/counts?until=" + encoded(ABSURD.getLast())).get("due").asLong()).isZero();
    }

    @Test
    void absurdDaysHaveNoFigures() throws Exception {
        String future = encoded("+999999999-12-31");
        String past = encoded("-999999999-01-01");
        for (String path : java.util.List.of("/api/v1/promises/figures", "/api/v1/promises/figures.csv")) {
            unfitDays("until", path + "?from=2026-01-01&until=" + future);
            unfitDays("until", path + "?from=" + future + "&until=" + future);
            unfitDays("until", path + "?from=" + past + "&until=" + past);
            unfitDays("from", path + "?from=" + past + "&until=2026-01-01");
        }
        // a leap year, both its ends included
        assertThat(get("/api/v1/promises/figures?from=2024-01-01&until=2024-12-31").get("until").asString()).isEqualTo(
                "2024-12-31");
        unfitDays("from", "/api/v1/promises/figures?from=2024-01-01&until=2025-01-01");
        unfitDays("until", "/api/v1/promises/figures?until=" + past);
        unfitDays("from", "/api/v1/promises/figures?from=" + future);
    }

    private void unfitDays(String field, String path) throws Exception {
        problem("unfit-range", field, send(api(path).GET()));
    }

    private void refused(String type, String field, String path, Object body) throws Exception {
        problem(type, field, send(api(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    private static void problem(String type, String field, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(422);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).endsWith(type);
        assertThat(problem.get("field").asString()).isEqualTo(field);
    }

    private static String encoded(String moment) {
        return java.net.URLEncoder.encode(moment, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void whatKeepsAPromiseIsAnAnswerOfOursInItsConversation() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        String keep = "/api/v1/promises/" + promise.get("id").asString() + "/keep";
        String theirs = get("/api/v1/conversations/" + conversation + "/entries").get("items").valueStream().filter(
                entry -> entry.get("direction").asString("").equals("in")).findFirst().orElseThrow().get(
                        "id").asString();
        String mine = conversation;
        promiseByMail();
        String elsewhere = answered("email");
        conversation = mine;
        String takenBack = answered("sms");
        post("/api/v1/conversations/" + conversation + "/entries/" + takenBack + "/withdraw", Map.of());
        for (String none : java.util.List.of("nothing", theirs, promise.get("entry").asString(), elsewhere,
                takenBack)) {
            refused("no-answer-of-ours", "entry", keep, Map.of("entry", none, "clientId",
                    UUID.randomUUID().toString()));
        }
        assertThat(again(promise).get("state").asString()).isEqualTo("open");

        String answer = answered("sms");
        JsonNode kept = post(keep, Map.of("entry", answer, "clientId", UUID.randomUUID().toString()));
        assertThat(kept.get("state").asString()).isEqualTo("kept");
        assertThat(kept.get("keptBy").asString()).isEqualTo(answer);
    }

    @Test
    void anAnswerThatIsTakenBackKeepsNothing() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        int before = keptToday();
        String keep = "/api/v1/promises/" + promise.get("id").asString() + "/keep";
        String answer = answered("sms");
        post(keep, Map.of("entry", answer, "clientId", UUID.randomUUID().toString()));
        post("/api/v1/conversations/" + conversation + "/entries/" + answer + "/withdraw", Map.of());

        JsonNode open = again(promise);
        assertThat(open.get("state").asString()).isEqualTo("open");
        assertThat(open.get("keptBy").isNull()).isTrue();
        assertThat(open.get("closedAt").isNull()).isTrue();
        assertThat(keptToday()).as("what is counted as kept").isEqualTo(before);
        JsonNode told = newest();
        assertThat(told.at("/event/kind").asString()).isEqualTo("kept");
        assertThat(told.get("delivery").asString()).isEqualTo("withdrawn");
        assertThat(row().get("preview").asString()).as("the row is what it was").startsWith("Je vertelde me");

        JsonNode kept = post(keep, Map.of("entry", answered("sms"), "clientId", UUID.randomUUID().toString()));
        assertThat(kept.get("state").asString()).isEqualTo("kept");
        assertThat(keptToday()).isEqualTo(before + 1);
    }

    private JsonNode row() throws Exception {
        return get("/api/v1/inbox?view=all").get("items").valueStream().filter(item -> item.get(
                "conversation").asString().equals(conversation)).findFirst().orElseThrow();
    }

    private int keptToday() throws Exception {
        return get("/api/v1/promises/figures").get("total").get("kept").asInt();
    }

    private String answered(String channel) throws Exception {
        post("/api/v1/conversations/" + conversation + "/messages", Map.of("channel", channel, "text",
                "De lamp is gemaakt", "clientId", UUID.randomUUID().toString()));
        return newest().get("id").asString();
    }

    @Test
    void anotherMomentIsToldToTheCustomer() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        JsonNode moved = post("/api/v1/promises/" + promise.get("id").asString() + "/renegotiate", Map.of("dueAt", in(
                Duration.ofHours(5)).toString(), "reason", "De werkplaats is dicht", "clientId",
                UUID.randomUUID().toString()));
        assertThat(moved.get("moments")).hasSize(2);
        JsonNode newest = get("/api/v1/conversations/" + conversation + "/entries").get("items").get(0);
        assertThat(newest.get("direction").asString()).isEqualTo("out");
        assertThat(newest.get("text").asString()).startsWith("Niet ").contains("de werkplaats is dicht");
        assertThat(page(promise).body()).contains("Nieuw moment afgesproken");
    }

    @Test
    void theFiguresSayHowPromisesWereKept() throws Exception {
        JsonNode promise = promise(in(Duration.ofHours(3)));
        post("/api/v1/promises/" + promise.get("id").asString() + "/keep",
                Map.of("clientId", UUID.randomUUID().toString()));

        JsonNode figures = get("/api/v1/promises/figures");
        assertThat(figures.get("zone").asString()).isEqualTo("Europe/Amsterdam");
        assertThat(figures.get("until").asString()).isEqualTo(java.time.LocalDate.ofInstant(
                java.time.Clock.systemUTC().instant(), java.time.ZoneId.of("Europe/Amsterdam")).toString());
        assertThat(figures.at("/total/kept").asLong()).isPositive();
        assertThat(figures.get("byChannel").valueStream().map(part -> part.get("key").asString())).contains("sms");
        assertThat(figures.at("/byPerson/0/name").asString()).isNotBlank();
        HttpResponse<String> csv = send(api("/api/v1/promises/figures.csv?from=" + figures.get("from").asString()
                + "&until=" + figures.get("until").asString()).GET());
        assertThat(csv.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body()).startsWith("day,channel,queue,person,kept").contains(",sms,main,");
        assertThat(send(api("/api/v1/promises/figures?from=2026-02-01&until=2026-01-01").GET()).statusCode()).isEqualTo(
                422);
    }

    private static Instant in(Duration time) {
        return java.time.Clock.systemUTC().instant().plus(time).truncatedTo(ChronoUnit.MINUTES);
    }

    private JsonNode promise(Instant due) throws Exception {
        return post("/api/v1/conversations/" + conversation + "/promises", request(due, "Mijn lamp flikkert",
                UUID.randomUUID().toString()));
    }

    private static Map<String, Object> request(Instant due, String heard, String clientId) {
        return Map.of("heard", heard, "action", "Ik vraag het onze werkplaats", "dueAt", due.toString(), "channel",
                "sms", "clientId", clientId);
    }

    private void wishes(String kind, String value) throws Exception {
        String customer = get("/api/v1/conversations/" + conversation).at("/customer/id").asString();
        HttpResponse<String> set = send(api("/api/v1/customers/" + customer + "/facts/" + kind).PUT(
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("value", value)))));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    }

    /// The channel on which an answer is begun.
    private String proposed() throws Exception {
        JsonNode options = get("/api/v1/conversations/" + conversation + "/reply-options?topic=" + topic().get(
                "id").asString());
        return options.get("options").get(options.get("preferred").asInt()).get("channel").asString();
    }

    private JsonNode preview(Instant due) throws Exception {
        return post("/api/v1/conversations/" + conversation + "/promises/preview", Map.of("heard", "Mijn lamp",
                "action", "Ik vraag het na", "dueAt", due.toString(), "channel", "sms"));
    }

    private java.util.List<String> said() throws Exception {
        return get("/api/v1/conversations/" + conversation + "/entries").get("items").valueStream().map(
                entry -> entry.get("text").asString("")).toList();
    }

    private JsonNode topic() throws Exception {
        return get("/api/v1/conversations/" + conversation).get("topics").get(0);
    }

    private java.util.List<String> ids(String state) throws Exception {
        return get("/api/v1/promises?state=" + state).get("items").valueStream().map(
                item -> item.get("id").asString()).toList();
    }

    private JsonNode again(JsonNode promise) throws Exception {
        return get("/api/v1/promises/" + promise.get("id").asString());
    }

    private HttpResponse<String> page(JsonNode promise) throws Exception {
        return send(HttpRequest.newBuilder(at(path(promise))).header("Accept", "text/html").GET());
    }

    private HttpResponse<String> form(JsonNode promise, String what, String fields) throws Exception {
        return send(HttpRequest.newBuilder(at(path(promise) + what)).header("Content-Type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    private static String path(JsonNode promise) {
        return URI.create(promise.get("statusUrl").asString()).getPath();
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
