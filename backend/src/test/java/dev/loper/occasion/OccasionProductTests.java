package dev.loper.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Viewer;
import dev.loper.channel.Intake;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
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

/// Birthdays and jubilees in the product as a whole: written down, due, held back, seen to.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.data-dir=target/occasion-product", "loper.public-url=http://loper.test",
        "loper.sandbox-url=http://127.0.0.1:1", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class OccasionProductTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final ChannelAddress.Phone ada = new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(
            1000000, 9999999));

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    Occasions occasions;

    @Autowired
    RedisOccasions store;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    RedisKeys keys;

    private String customer = "";
    private String conversation = "";
    private String topic = "";
    private LocalDate today = LocalDate.EPOCH;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.springProperties("t-" + UUID.randomUUID().toString().substring(0, 12)).forEach(property -> {
            String[] pair = property.split("=", 2);
            registry.add(pair[0], () -> pair[1]);
        });
    }

    @BeforeEach
    void adaWrites() throws Exception {
        String words = "Is the lamp in yet " + UUID.randomUUID();
        says(words);
        JsonNode item = api("GET", "/api/v1/inbox?view=all", null).get("items").valueStream().filter(
                one -> one.get("preview").asString().equals(words)).findFirst().orElseThrow();
        customer = item.at("/customer/id").asString();
        conversation = item.get("conversation").asString();
        topic = item.at("/topic/id").asString();
        today = LocalDate.parse(api("GET", "/api/v1/occasions", null).get("today").asString());
    }

    @Test
    void aBirthdayOfTheseDaysIsThereWithTheAgeAndGoneWhenItIsCorrected() throws Exception {
        set("birthday", today.plusDays(2).minusYears(34).format(DAY));
        JsonNode found = occasion("birthday").orElseThrow();
        assertThat(found.get("years").asInt()).isEqualTo(34);
        assertThat(found.get("date").asString()).isEqualTo(today.plusDays(2).toString());
        assertThat(found.get("held").isNull()).isTrue();
        JsonNode theirs = api("GET", "/api/v1/occasions?conversation=" + conversation, null).get("items");
        assertThat(theirs).containsExactly(found);
        assertThat(api("GET", "/api/v1/occasions?conversation=vnobody", null).get("items")).isEmpty();
        set("birthday", today.plusDays(40).format(DAY).substring(0, 5));
        assertThat(occasion("birthday")).isEmpty();
    }

    @Test
    void aJubileeIsTheFirstYearAndThenEveryFive() throws Exception {
        set("customer-since", today.minusYears(3).format(DAY));
        assertThat(occasion("customer-since")).isEmpty();
        set("customer-since", today.minusYears(10).format(DAY));
        assertThat(occasion("customer-since").orElseThrow().get("years").asInt()).isEqualTo(10);
        assertThat(call("PUT", "/api/v1/customers/" + customer + "/facts/customer-since", Map.of("value",
                "12-05")).statusCode()).isEqualTo(422);
    }

    @Test
    void aComplaintHoldsItBackUntilItIsResolved() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        says("This is unacceptable, I want to complain");
        assertThat(occasion("birthday").orElseThrow().at("/held/why").asString()).isEqualTo("complaint");
        assertThat(seen("made").statusCode()).isEqualTo(409);
        assertThat(call("POST", "/api/v1/topics/" + topic + "/resolve", Map.of()).statusCode()).isBetween(200, 299);
        assertThat(occasion("birthday").orElseThrow().get("held").isNull()).isTrue();
        assertThat(seen("made").statusCode()).isEqualTo(200);
        assertThat(occasion("birthday").orElseThrow().at("/done/how").asString()).isEqualTo("made");
        assertThat(seen("open").statusCode()).isEqualTo(200);
        assertThat(occasion("birthday").orElseThrow().get("done").isNull()).isTrue();
    }

    @Test
    void whoSeesToItFirstIsTheOneAndNobodyElseDoesItTwice() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        Occasion found = occasions.of(agent("main")).stream().filter(
                one -> one.conversation().value().equals(conversation)).findFirst().orElseThrow();
        Occasion.Done annas = new Occasion.Done("p-anna", "Anna", Instant.now(), "made");
        assertThat(store.seen(found, annas)).isTrue();
        assertThat(store.seen(found, annas)).isTrue();
        HttpResponse<String> again = seen("made");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
        assertThat(again.body()).contains("seen-to");
        assertThat(occasion("birthday").orElseThrow().at("/done/byName").asString()).isEqualTo("Anna");
    }

    @Test
    void aLatePromiseHoldsItBackThoughItsMatterIsResolved() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        JsonNode promise = JSON.readTree(call("POST", "/api/v1/conversations/" + conversation + "/promises",
                Map.of("heard",
                        "The lamp", "action", "I look for it", "dueAt", Instant.now().plusSeconds(3600).toString(),
                        "channel", "sms",
                        "clientId", UUID.randomUUID().toString())).body());
        assertThat(occasion("birthday").orElseThrow().get("held").isNull()).isTrue();
        assertThat(call("POST", "/api/v1/topics/" + topic + "/resolve", Map.of()).statusCode()).isBetween(200, 299);
        isLate(promise.get("id").asString());
        JsonNode held = occasion("birthday").orElseThrow().get("held");
        assertThat(held.get("why").asString()).isEqualTo("late-promise");
        assertThat(held.get("topic").asString()).isEqualTo(topic);
        assertThat(seen("made").statusCode()).isEqualTo(409);
    }

    /// The row of its topic says so, as it does when the moment has passed.
    private void isLate(String promise) {
        String topics = keys.of(Family.TOPICS);
        String row = redis.hget(topics, topic);
        assertThat(row).contains(promise);
        redis.hset(topics, topic, row.replaceFirst("\"state\":\"(?:open|due-soon)\"", "\"state\":\"late\""));
        assertThat(redis.hget(topics, topic)).contains("\"late\"");
    }

    @Test
    void whatAnotherDepartmentHasHoldsItBackAndIsNotNamed() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        says("This is unacceptable, I want to complain");
        String entries = "/api/v1/conversations/" + conversation + "/entries";
        JsonNode complaint = api("POST",
                entries + "/" + api("GET", entries, null).at("/items/0/id").asString() + "/move",
                Map.of("topic", "new", "title", "A secret matter"));
        call("POST", "/api/v1/queues", Map.of("id", "legal", "name", "Legal"));
        assertThat(call("POST", "/api/v1/topics/" + complaint.at("/topic/id").asString() + "/queue", Map.of("queue",
                "legal")).statusCode()).isBetween(200, 299);
        Occasion.Held seen = held("main");
        assertThat(seen.why()).isEqualTo("complaint");
        assertThat(seen.topic()).isNull();
        assertThat(seen.title()).isNull();
        assertThat(held("legal").title()).isEqualTo("A secret matter");
        assertThat(occasions.of(agent("billing"))).noneMatch(one -> one.conversation().value().equals(conversation));
    }

    private Occasion.Held held(String queue) {
        return Objects.requireNonNull(occasions.of(agent(queue)).stream().filter(
                one -> one.conversation().value().equals(conversation)).findFirst().orElseThrow().held());
    }

    private static Viewer agent(String queue) {
        return new Viewer(new PersonId("p-anna"), "Anna", Set.of(Role.AGENT),
                new Queues.Only(Map.of(new QueueId(queue), Role.AGENT)));
    }

    @Test
    void whoMayNotSeeTheCustomerSeesNoOccasionAndSaysNothingOfIt() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        HttpResponse<String> nobody = HTTP.send(HttpRequest.newBuilder(uri("/api/v1/occasions")).build(),
                BodyHandlers.ofString());
        assertThat(nobody.statusCode()).isIn(401, 403);
        assertThat(call("POST", "/api/v1/occasions", Map.of("conversation", "vnobody", "kind", "birthday", "date",
                today.toString(), "how", "made")).statusCode()).isEqualTo(404);
        assertThat(call("POST", "/api/v1/occasions", Map.of("conversation", conversation, "kind", "birthday", "date",
                today.minusYears(1).toString(), "how", "made")).statusCode()).isEqualTo(404);
    }

    private void says(String words) {
        intake.accept(Given.sms().from(ada).named("Ada").saying(words).build());
    }

    private void set(String kind, String value) throws Exception {
        HttpResponse<String> set = call("PUT", "/api/v1/customers/" + customer + "/facts/" + kind,
                Map.of("value", value));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    }

    private HttpResponse<String> seen(String how) throws Exception {
        return call("POST", "/api/v1/occasions", Map.of("conversation", conversation, "kind", "birthday", "date",
                today.toString(), "how", how));
    }

    private Optional<JsonNode> occasion(String kind) throws Exception {
        return api("GET", "/api/v1/occasions", null).get("items").valueStream().filter(
                one -> one.at("/customer/id").asString().equals(customer) && one.get("kind").asString().equals(
                        kind)).findFirst();
    }

    private JsonNode api(String method, String path, @Nullable Object body) throws Exception {
        HttpResponse<String> answer = call(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> call(String method, String path, @Nullable Object body) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer loper_demo").header(
                "Content-Type", "application/json").method(method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body))).build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
