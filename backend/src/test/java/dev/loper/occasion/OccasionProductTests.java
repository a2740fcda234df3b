package dev.loper.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.List;
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
        RedisServer.register(registry);
    }

    @BeforeEach
    void adaWrites() throws Exception {
        adaWrites(ada);
    }

    private void adaWrites(ChannelAddress.Phone from) throws Exception {
        String words = "Is the lamp in yet " + UUID.randomUUID();
        intake.accept(Given.sms().from(from).named("Ada").saying(words).build());
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
        complains();
        assertThat(occasion("birthday").orElseThrow().at("/held/why").asString()).isEqualTo("complaint");
        assertThat(seen("made").statusCode()).isEqualTo(409);
        assertThat(call("POST", "/api/v1/topics/" + topic + "/resolve", Map.of()).statusCode()).isBetween(200, 299);
        assertThat(occasion("birthday").orElseThrow().get("held").isNull()).isTrue();
        assertThat(seen("made").statusCode()).isEqualTo(200);
        assertThat(occasion("birthday").orElseThrow().at("/done/how").asString()).isEqualTo("made");
        assertThat(seen("open").statusCode()).isEqualTo(200);
        assertThat(occasion("birthday").orElseThrow().get("done").isNull()).isTrue();
    }

    /// However much was said since.
    @Test
    void aComplaintHoldsItBackThoughAHundredMessagesFollowIt() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        complains();
        for (int i = 0; i < 100; i++) {
            says("And another thing " + i);
        }
        assertThat(occasion("birthday").orElseThrow().at("/held/why").asString()).isEqualTo("complaint");
    }

    /// What holds it back is where its message is now, be it with another customer.
    @Test
    void aComplaintThatWasMovedToAnotherMatterIsResolvedWithThat() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        complains();
        String entries = "/api/v1/conversations/" + conversation + "/entries";
        JsonNode moved = api("POST", entries + "/" + api("GET", entries, null).at("/items/0/id").asString() + "/move",
                Map.of("topic", "new", "title", "Something else"));
        assertThat(call("POST", "/api/v1/topics/" + topic + "/resolve", Map.of()).statusCode()).isBetween(200, 299);
        assertThat(occasion("birthday").orElseThrow().at("/held/topic").asString()).isEqualTo(moved.at(
                "/topic/id").asString());
        assertThat(call("POST", "/api/v1/topics/" + moved.at("/topic/id").asString() + "/resolve",
                Map.of()).statusCode()).isBetween(200, 299);
        assertThat(occasion("birthday").orElseThrow().get("held").isNull()).isTrue();
    }

    @Test
    void whatIsTakenAwayOrSaidOtherwiseLeavesNothingAmongTheOccasions() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        set("birthday", today.plusDays(1).minusYears(40).format(DAY));
        assertThat(occasion("birthday").orElseThrow().get("date").asString()).isEqualTo(today.plusDays(1).toString());
        assertThat(filed()).hasSize(1);
        assertThat(call("DELETE", "/api/v1/customers/" + customer + "/facts/birthday", null).statusCode()).isEqualTo(
                204);
        assertThat(occasion("birthday")).isEmpty();
        assertThat(filed()).isEmpty();
    }

    private List<String> filed() {
        return redis.zrange(keys.of(Family.OCCASIONS), 0, -1).stream().filter(
                member -> member.contains(conversation)).toList();
    }

    /// Where customers were joined, what was said last holds, and the gesture that was made for either was made for both.
    @Test
    void joinedCustomersHaveOneBirthdayAndOneGesture() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        assertThat(seen("made").statusCode()).isEqualTo(200);
        String one = customer;
        String oneConversation = conversation;
        adaWrites(new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(1000000, 9999999)));
        set("birthday", today.minusYears(41).format(DAY));
        String other = customer;
        String otherConversation = conversation;
        HttpResponse<String> joining = call("POST", "/api/v1/customers/" + one + "/merges", Map.of("with", other));
        assertThat(joining.statusCode()).as(joining.body()).isBetween(200, 299);
        String joint = JSON.readTree(joining.body()).get("id").asString();
        customer = api("GET", "/api/v1/customers/" + one, null).get("id").asString();
        assertThat(birthdays(customer)).isEqualTo(1);
        JsonNode found = occasion("birthday").orElseThrow();
        assertThat(found.get("years").asInt()).isEqualTo(41);
        assertThat(found.at("/done/how").asString()).isEqualTo("made");

        HttpResponse<String> apart = call("DELETE", "/api/v1/customers/" + customer + "/merges/" + joint, null);
        assertThat(apart.statusCode()).as(apart.body()).isBetween(200, 299);
        customer = other;
        conversation = otherConversation;
        JsonNode theirs = occasion("birthday").orElseThrow();
        assertThat(theirs.get("years").asInt()).isEqualTo(41);
        assertThat(theirs.get("done").isNull()).isTrue();
        customer = one;
        conversation = oneConversation;
        assertThat(occasion("birthday").orElseThrow().at("/done/how").asString()).isEqualTo("made");
    }

    private long birthdays(String of) throws Exception {
        return api("GET", "/api/v1/occasions", null).get("items").valueStream().filter(
                one -> one.at("/customer/id").asString().equals(of)).count();
    }

    /// The ledger hides what was said in a matter of another department; so does the queue of occasions.
    @Test
    void aBirthdayThatWasToldAnotherDepartmentIsTheirs() throws Exception {
        says("Something for the lawyers " + UUID.randomUUID());
        String entries = "/api/v1/conversations/" + conversation + "/entries";
        String secret = api("POST", entries + "/" + api("GET", entries, null).at("/items/0/id").asString() + "/move",
                Map.of("topic", "new", "title", "For the lawyers")).at("/topic/id").asString();
        call("POST", "/api/v1/queues", Map.of("id", "legal", "name", "Legal"));
        assertThat(call("POST", "/api/v1/topics/" + secret + "/queue", Map.of("queue",
                "legal")).statusCode()).isBetween(200, 299);
        assertThat(call("PUT", "/api/v1/customers/" + customer + "/facts/birthday", Map.of("value",
                today.minusYears(40).format(DAY), "topic", secret)).statusCode()).isEqualTo(200);
        assertThat(occasions.of(agent("legal"))).anyMatch(one -> one.conversation().id().value().equals(conversation));
        assertThat(occasions.of(agent("main"))).noneMatch(one -> one.conversation().id().value().equals(conversation));
    }

    /// Both are told the feed in the step in which they happen, so that screens that show occasions ask anew.
    @Test
    void aDayThatIsWrittenDownAndAGestureThatIsMadeAreToldToTheFeed() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        assertThat(told()).isEqualTo(1);
        assertThat(seen("made").statusCode()).isEqualTo(200);
        assertThat(told()).isEqualTo(2);
        assertThat(seen("open").statusCode()).isEqualTo(200);
        assertThat(told()).isEqualTo(3);
    }

    /// How often the feed told of this conversation's occasions.
    private long told() {
        return redis.xrange(keys.of(Family.FEED), "-", "+").stream().filter(change -> conversation.equals(
                change.getFields().get("conversation")) && "occasion".equals(change.getFields().get("kind"))).count();
    }

    @Test
    void whoSeesToItFirstIsTheOneAndNobodyElseDoesItTwice() throws Exception {
        set("birthday", today.minusYears(40).format(DAY));
        Occasion found = occasions.of(agent("main")).stream().filter(
                one -> one.conversation().id().value().equals(conversation)).findFirst().orElseThrow();
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
        complains();
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
        assertThat(occasion("birthday").orElseThrow().at("/held/title").asString()).isEqualTo("A secret matter");
        assertThat(occasions.of(agent("billing"))).noneMatch(
                one -> one.conversation().id().value().equals(conversation));
    }

    private Occasion.Held held(String queue) {
        return Objects.requireNonNull(occasions.of(agent(queue)).stream().filter(
                one -> one.conversation().id().value().equals(conversation)).findFirst().orElseThrow().held());
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

    /// Complaints are noted by whoever reads along, a moment after they are in the thread.
    private void complains() {
        says("This is unacceptable, I want to complain");
        await().untilAsserted(() -> assertThat(occasion("birthday").orElseThrow().get("held").isNull()).isFalse());
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
