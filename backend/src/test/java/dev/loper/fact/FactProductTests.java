package dev.loper.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.channel.Intake;
import dev.loper.message.ChannelAddress;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Facts in the product as a whole: told by SMS, known at the API.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.reply.undo=0s", "loper.data-dir=target/fact-product", "loper.public-url=http://loper.test",
        "loper.sandbox-url=http://127.0.0.1:1", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class FactProductTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    RedisDaysUpgrade upgrade;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    RedisKeys keys;

    private final ChannelAddress.Phone ada = new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(
            1000000, 9999999));
    private String conversation = "";
    private String customer = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @BeforeEach
    void adaTexts() throws Exception {
        says("Hoi, mijn ordernummer is 4711-82 en ik woon op 1017 AB");
        JsonNode item = get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                one -> one.get("preview").asString().startsWith("Hoi, mijn ordernummer")).filter(
                        one -> address(one.get("customer").get("id").asString()).equals(
                                ada.value())).findFirst().orElseThrow();
        conversation = item.get("conversation").asString();
        customer = item.get("customer").get("id").asString();
        await().untilAsserted(() -> assertThat(fact("order-number").get("value").asString()).isEqualTo("4711-82"));
    }

    @Test
    void whatWasTextedIsKnownWithItsSource() throws Exception {
        JsonNode source = fact("order-number").get("source");
        assertThat(source.get("channel").asString()).isEqualTo("sms");
        JsonNode entry = get("/api/v1/conversations/" + conversation + "/entries").get("items").get(0);
        assertThat(source.get("entry").asString()).isEqualTo(entry.get("id").asString());
        assertThat(source.get("at").asString()).isEqualTo(entry.get("at").asString());
        assertThat(fact("postcode").get("value").asString()).isEqualTo("1017 AB");
    }

    @Test
    void aDraftThatAsksForItIsToldTheAnswerAndWhereItStandsInTheText() throws Exception {
        String text = "Goed nieuws. Wat is je ordernummer?";
        JsonNode known = check(text).get("known");
        assertThat(known).hasSize(1);
        JsonNode one = known.get(0);
        assertThat(one.get("kind").asString()).isEqualTo("order-number");
        assertThat(one.get("value").asString()).isEqualTo("4711-82");
        assertThat(one.get("source").get("channel").asString()).isEqualTo("sms");
        assertThat(text.substring(one.get("asked").get("from").asInt(), one.get("asked").get("to").asInt())).isEqualTo(
                "Wat is je ordernummer?");
        assertThat(check("Your order number is fine. Could you send a photo?").get("known")).isEmpty();
        assertThat(check("Wat is je e-mailadres?").get("known")).isEmpty();
        assertThat(check("May I have your phone number?").get("known").get(0).get("value").asString()).isEqualTo(
                ada.value());
    }

    @Test
    void whatIsSaidLaterSupersedesAndKeepsTheHistory() throws Exception {
        says("Sorry, ordernummer 4711-99 bedoel ik");
        await().untilAsserted(() -> assertThat(fact("order-number").get("value").asString()).isEqualTo("4711-99"));
        JsonNode earlier = fact("order-number").get("earlier");
        assertThat(earlier).hasSize(1);
        assertThat(earlier.get(0).get("value").asString()).isEqualTo("4711-82");
        assertThat(earlier.get(0).get("entries")).hasSize(1);
        says("Ja, bestelnummer 4711-99");
        await().untilAsserted(() -> assertThat(fact("order-number").get("entries")).hasSize(2));
    }

    @Test
    void anAgentConfirmsAndCorrects() throws Exception {
        JsonNode confirmed = put("order-number", Map.of("value", "4711-82"));
        assertThat(confirmed.get("state").asString()).isEqualTo("confirmed");
        assertThat(confirmed.get("source").get("entry").isNull()).isFalse();
        JsonNode corrected = put("order-number", Map.of("value", "4711-83"));
        assertThat(corrected.get("state").asString()).isEqualTo("corrected");
        assertThat(corrected.get("by").get("name").asString()).isNotEmpty();
        assertThat(corrected.get("earlier").get(0).get("value").asString()).isEqualTo("4711-82");
    }

    @Test
    void whatOthersActUponIsCheckedWhenItIsSet() throws Exception {
        assertThat(putStatus("quiet-hours", "after dinner")).isEqualTo(422);
        assertThat(putStatus("quiet-hours", "20:00-08:00")).isEqualTo(200);
        assertThat(putStatus("preferred-channel", "pigeon")).isEqualTo(422);
        assertThat(putStatus("preferred-channel", "email")).isEqualTo(200);
        assertThat(putStatus("shoe-size", "42")).isEqualTo(422);
    }

    @Test
    void anAnswerThatDidNotLeaveAskedNobody() throws Exception {
        long before = repeated("channel", "sms");
        post("/api/v1/conversations/" + conversation + "/messages", Map.of("channel", "sms", "text",
                "Wat is je ordernummer?", "clientId", UUID.randomUUID().toString()));
        // Twilio's stand-in is not there, so nothing leaves.
        assertThat(repeated("channel", "sms")).isEqualTo(before);
    }

    @Test
    void anAnswerThatLeftIsCountedByItsChannelItsQueueAndTheTeamOfItsWriter() throws Exception {
        ChannelAddress.Visitor visitor = new ChannelAddress.Visitor(UUID.randomUUID().toString().replace("-",
                "").substring(0, 22));
        String words = "Mijn bestelnummer is 5512-90 " + UUID.randomUUID();
        intake.accept(Given.chat(visitor).saying(words).build());
        JsonNode item = get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                one -> one.get("preview").asString().equals(words)).findFirst().orElseThrow();
        await().untilAsserted(() -> assertThat(get("/api/v1/customers/" + item.at("/customer/id").asString()
                + "/facts").toString()).contains("5512-90"));
        String queue = item.at("/topic/queue/id").asString(item.at("/topic/queue").asString(""));
        JsonNode first = answer(item, "Goedemorgen.");
        JsonNode team = JSON.readTree(
                send("POST", "/api/v1/teams", Map.of("name", "Evening " + UUID.randomUUID(), "members",
                        List.of(first.at("/author/id").asString()))).body());
        long chat = repeated("channel", "chat");
        long inQueue = repeated("queue", queue);

        answer(item, "Wat is je ordernummer? En je postcode?");

        await().untilAsserted(() -> assertThat(repeated("channel", "chat")).isEqualTo(chat + 1));
        assertThat(repeated("queue", queue)).isEqualTo(inQueue + 1);
        assertThat(repeated("team", team.get("id").asString())).isEqualTo(1);
        assertThat(asked("team", team.get("id").asString())).isEqualTo(2);
    }

    /// An earlier version filed hints, and read the ledger for each.
    @Test
    void aDayThatAnEarlierVersionFiledIsFiledAnew() throws Exception {
        LocalDate today = LocalDate.parse(get("/api/v1/occasions").get("today").asString());
        put("birthday", Map.of("value", today.minusYears(40).format(DateTimeFormatter.ofPattern("dd-MM-yyyy"))));
        String member = filed().getFirst();
        List<String> parts = List.of(member.split("\\|", -1));
        redis.zrem(keys.of(Family.OCCASIONS), member);
        redis.hdel(keys.of(Family.OCCASION_DAYS), parts.get(2) + "|birthday", parts.get(2) + "|birthday|at");
        redis.zadd(keys.of(Family.OCCASIONS), 0, String.join("|", parts.subList(0, 4)));
        assertThat(String.valueOf(get("/api/v1/occasions"))).doesNotContain(conversation);
        upgrade.run();
        assertThat(String.valueOf(get("/api/v1/occasions"))).contains(conversation);
        assertThat(filed()).containsExactly(member);
    }

    private List<String> filed() {
        return redis.zrange(keys.of(Family.OCCASIONS), 0, -1).stream().filter(
                member -> member.contains(conversation)).toList();
    }

    private JsonNode answer(JsonNode item, String words) throws Exception {
        HttpResponse<String> answered = send("POST", "/api/v1/conversations/" + item.get("conversation").asString()
                + "/messages", Map.of("channel", "chat", "text", words, "clientId", UUID.randomUUID().toString()));
        assertThat(answered.statusCode()).as(answered.body()).isBetween(200, 299);
        return JSON.readTree(answered.body());
    }

    @Test
    void whatIsTakenAwayIsNotKnownAndIsAskedAboutAgain() throws Exception {
        assertThat(
                send("DELETE", "/api/v1/customers/" + customer + "/facts/order-number", null).statusCode()).isEqualTo(
                        204);
        assertThat(fact("order-number").get("value").asString()).isEmpty();
        assertThat(check("Wat is je ordernummer?").get("known")).isEmpty();
        assertThat(
                send("DELETE", "/api/v1/customers/" + customer + "/facts/order-number", null).statusCode()).isEqualTo(
                        404);
        says("Ordernummer 4711-82 dus");
        await().untilAsserted(() -> assertThat(fact("order-number").get("value").asString()).isEqualTo("4711-82"));

        assertThat(putStatus("preferred-channel", "email")).isEqualTo(200);
        assertThat(send("DELETE", "/api/v1/customers/" + customer + "/facts/preferred-channel",
                null).statusCode()).isEqualTo(
                        204);
        assertThat(
                send("GET", "/api/v1/conversations/" + conversation + "/reply-options", null).statusCode()).isEqualTo(
                        200);
    }

    @Test
    void aNumberWrittenOtherwiseIsConfirmedAndSupersedesNothing() throws Exception {
        JsonNode confirmed = put("order-number", Map.of("value", "471182"));
        assertThat(confirmed.get("state").asString()).isEqualTo("confirmed");
        assertThat(confirmed.get("earlier")).isEmpty();
        assertThat(confirmed.get("entries")).hasSize(1);
    }

    @Test
    void onlyAdministratorsDefineKindsAndNoPatternIsTakenThatFindsNothing() throws Exception {
        Map<String, Object> kind = Map.of("name", Map.of("nl", "Lidnummer", "en", "Membership number"), "pattern",
                "L-\\d{4}", "questions", Map.of("nl", List.of("Wat is je lidnummer?"), "en", List.of()));
        assertThat(send("PUT", "/api/v1/fact-kinds/member", kind).statusCode()).isEqualTo(200);
        says("Ik ben lid L-1234");
        await().untilAsserted(() -> assertThat(fact("member").get("value").asString()).isEqualTo("L-1234"));
        assertThat(check("Mag ik je lidnummer?").get("known").get(0).get("value").asString()).isEqualTo("L-1234");

        Map<String, Object> empty = new java.util.HashMap<>(kind);
        empty.put("pattern", "x*");
        assertThat(send("PUT", "/api/v1/fact-kinds/member", empty).statusCode()).isEqualTo(422);
        empty.put("pattern", "(unclosed");
        assertThat(send("PUT", "/api/v1/fact-kinds/member", empty).statusCode()).isEqualTo(422);
        assertThat(send("PUT", "/api/v1/fact-kinds/email", kind).statusCode()).isEqualTo(422);
        assertThat(send("DELETE", "/api/v1/fact-kinds/member", null).statusCode()).isEqualTo(204);
    }

    @Test
    void ofTwoWhoChangeAKindTheSecondIsTold() throws Exception {
        Map<String, Object> kind = new java.util.HashMap<>(
                Map.of("name", Map.of("nl", "Pas", "en", "Card"), "questions",
                        Map.of("nl", List.of(), "en", List.of()), "version", "new"));
        String made = JSON.readTree(send("PUT", "/api/v1/fact-kinds/card", kind).body()).get("version").asString();
        assertThat(send("PUT", "/api/v1/fact-kinds/card", kind).statusCode()).as("made twice").isEqualTo(409);
        kind.put("version", made);
        kind.put("name", Map.of("nl", "Klantpas", "en", "Card"));
        assertThat(send("PUT", "/api/v1/fact-kinds/card", kind).statusCode()).isEqualTo(200);
        HttpResponse<String> second = send("PUT", "/api/v1/fact-kinds/card", kind);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("changed-meanwhile");
        assertThat(send("DELETE", "/api/v1/fact-kinds/card", null).statusCode()).isEqualTo(204);
    }

    @Test
    void aPatternIsTriedBeforeAnybodyReliesOnIt() throws Exception {
        JsonNode found = JSON.readTree(
                send("POST", "/api/v1/fact-kinds/try", Map.of("pattern", "lid (L-\\d{4})", "text",
                        "Ik ben lid L-1234 en mijn man lid L-77")).body()).get("found");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("value").asString()).isEqualTo("L-1234");
        assertThat(found.get(0).get("from").asInt()).isEqualTo(11);
        assertThat(found.get(0).get("to").asInt()).isEqualTo(17);
        for (String unfit : List.of("(unclosed", "x*", "(?:(?:a{1000}){1000}){1000}",
                "a{1000}b{1000}c{1000}")) {
            HttpResponse<String> refused = send("POST", "/api/v1/fact-kinds/try", Map.of("pattern", unfit, "text",
                    "aaa"));
            assertThat(refused.statusCode()).as(unfit).isEqualTo(422);
            assertThat(refused.body()).contains("unfit-pattern");
        }
    }

    @Test
    void theNextUsefulThingIsProposedAndNothingThatIsKnown() throws Exception {
        JsonNode worth = get("/api/v1/customers/" + customer + "/facts").get("worthAsking");
        assertThat(worth.get("kind").asString()).isNotIn("order-number", "postcode", "phone");
    }

    @Test
    void aPromiseIsNoticedWhileItIsWritten() throws Exception {
        assertThat(check("Thanks. I'll get back to you tomorrow.").get("promise").get("words").asString()).isEqualTo(
                "I'll get back to you tomorrow.");
        assertThat(check("Thanks, that is clear.").get("promise").isNull()).isTrue();
    }

    @Test
    void theFiguresAreThereAsAFileAndNotForAYearAtOnce() throws Exception {
        HttpResponse<String> file = send("GET", "/api/v1/facts/figures.csv?from=2026-01-01&to=2026-01-31", null);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("asked-again-2026-01-01");
        assertThat(file.body()).startsWith("day,by,id,asked,asked again\r\n");
        assertThat(send("GET", "/api/v1/facts/figures.csv?from=2025-01-01&to=2026-01-31", null).statusCode()).isEqualTo(
                422);
    }

    private void says(String words) {
        intake.accept(Given.sms().from(ada).saying(words).build());
    }

    private String address(String id) {
        try {
            return get("/api/v1/customers/" + id).get("identities").get(0).get("value").asString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode fact(String kind) throws Exception {
        return get("/api/v1/customers/" + customer + "/facts").get("items").valueStream().filter(
                one -> one.get("kind").asString().equals(kind)).findFirst().orElseGet(
                        () -> JSON.readTree(
                                "{\"value\":\"\"}"));
    }

    private JsonNode check(String text) throws Exception {
        return JSON.readTree(send("POST", "/api/v1/conversations/" + conversation + "/draft-checks", Map.of("text",
                text)).body());
    }

    private JsonNode put(String kind, Map<String, Object> wanted) throws Exception {
        return JSON.readTree(send("PUT", "/api/v1/customers/" + customer + "/facts/" + kind, wanted).body());
    }

    private int putStatus(String kind, String value) throws Exception {
        return send("PUT", "/api/v1/customers/" + customer + "/facts/" + kind, Map.of("value", value)).statusCode();
    }

    private long repeated(String dimension, String id) throws Exception {
        return figure(dimension, id, "repeated");
    }

    private long asked(String dimension, String id) throws Exception {
        return figure(dimension, id, "asked");
    }

    private long figure(String dimension, String id, String what) throws Exception {
        return get("/api/v1/facts/figures").get("days").valueStream().flatMap(day -> day.get(
                "figures").valueStream()).filter(figure -> figure.get("dimension").asString().equals(
                        dimension) && figure.get("id").asString().equals(id)).mapToLong(figure -> figure.get(
                                what).asLong()).sum();
    }

    private void post(String path, Map<String, Object> body) throws Exception {
        assertThat(send("POST", path, body).statusCode()).isBetween(200, 299);
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(send("GET", path, null).body());
    }

    private HttpResponse<String> send(String method, String path, @org.jspecify.annotations.Nullable Object body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header(
                "Authorization", "Bearer loper_demo").header("Content-Type", "application/json").method(method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body))).build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
