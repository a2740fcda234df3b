package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.access.People;
import dev.loper.access.Role;
import dev.loper.access.StaffMail;
import dev.loper.channel.Intake;
import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.RedisStore;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import redis.clients.jedis.params.ZAddParams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who is told by mail that promises are late, in the product as a whole: one mail for each person, however many there are.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@Import(LateMailProductTests.Mailbox.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.promise.gather=10m", "loper.data-dir=target/late-mail-product", "loper.public-url=http://loper.test",
        "loper.sandbox-url=http://127.0.0.1:1", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class LateMailProductTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Mail> MAILS = new CopyOnWriteArrayList<>();
    private static volatile boolean away;

    record Mail(String to, String subject, String text) {}

    @TestConfiguration
    static class Mailbox {

        @Bean
        @Primary
        StaffMail keptMail() {
            return (to, name, subject, text) -> {
                if (away) {
                    return new StaffMail.Outcome.Failed("The mail server does not answer.");
                }
                MAILS.add(new Mail(to, subject, text));
                return new StaffMail.Outcome.Sent();
            };
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;
    @Autowired
    Promises promises;
    @Autowired
    LateMails late;
    @Autowired
    People people;
    @Autowired
    RedisStore store;
    @Autowired
    RedisKeys keys;
    @Autowired
    List<TimerEffect> effects;

    private String conversation = "";
    private PersonId owner = new PersonId("nobody");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @BeforeEach
    void adaTexts() throws Exception {
        String words = "My lamp flickers " + UUID.randomUUID();
        intake.accept(Given.sms().from(new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(1000000,
                9999999))).named("Ada").saying(words).build());
        conversation = get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                item -> item.get("preview").asString().equals(words)).map(
                        item -> item.get("conversation").asString()).findFirst().orElseThrow();
        store.with(redis -> redis.del(keys.of(Family.LATE_MAILS)));
        people.all().forEach(
                person -> store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer(person.id()).member())));
        MAILS.clear();
        away = false;
    }

    @Test
    void whatBecomesLateTogetherIsOneMailThoughManyNodesSendIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            promise("I ask our\nworkshop " + i);
        }
        ids().parallelStream().forEach(this::becomesLate);
        assertThat(MAILS).isEmpty();
        Double next = store.with(redis -> redis.zscore(keys.of(Family.TIMERS), timer(owner).member()));
        assertThat(next).isNotNull();

        send(owner, 8);

        assertThat(MAILS).hasSize(1);
        Mail mail = MAILS.getFirst();
        assertThat(mail.to()).isEqualTo(people.byId(owner).orElseThrow().email());
        assertThat(mail.subject()).containsPattern("30 (promises are late|beloften zijn te laat)");
        assertThat(mail.text().lines().filter(line -> line.startsWith("– Ada, "))).hasSize(20);
        assertThat(mail.text()).contains("I ask our workshop ",
                "http://loper.test/inbox/promises:late").containsPattern(
                        "and 10 others|en nog 10");
        assertThat(waiting(owner)).isEmpty();

        send(owner, 8);
        assertThat(MAILS).as("nothing is left to be told").hasSize(1);
    }

    @Test
    void oneAloneIsToldWithItsWordsAndLeadsThere() throws Exception {
        String id = promise("I ask our workshop");
        becomesLate(id);
        send(owner, 1);
        assertThat(MAILS).hasSize(1);
        assertThat(MAILS.getFirst().text()).contains("I ask our workshop", "/inbox/promises:late/" + conversation);
    }

    @Test
    void whatWasKeptMeanwhileIsNotTold() throws Exception {
        String id = promise("I ask our workshop");
        becomesLate(id);
        post("/api/v1/promises/" + id + "/keep", Map.of("clientId", UUID.randomUUID().toString()));
        send(owner, 1);
        assertThat(MAILS).isEmpty();
        assertThat(waiting(owner)).isEmpty();
    }

    @Test
    void theNextInTheChainAreThoseWhoLookAfterTheQueueAndEachGetsOneMail() throws Exception {
        List<String> two = List.of(promise("I ask our workshop"), promise("I ask our driver"));
        two.forEach(this::becomesLate);
        two.forEach(this::escalates);

        people.all().forEach(person -> send(person.id(), 4));

        List<String> supervisors = people.all().stream().filter(
                person -> person.roles().contains(Role.SUPERVISOR) || person.roles().contains(
                        Role.ADMINISTRATOR)).map(person -> person.email()).toList();
        assertThat(MAILS).extracting(Mail::to).containsExactlyInAnyOrderElementsOf(supervisors);
        assertThat(MAILS).allSatisfy(mail -> assertThat(mail.subject()).contains("2 "));
    }

    @Test
    void whatANodeTookOnAndDiedWithIsSentByAnother() throws Exception {
        becomesLate(promise("I ask our workshop"));
        makeDue(owner);
        LuaScript script = LuaScript.load("late-mail");
        store.run(script, List.of(keys.of(Family.TIMERS), keys.of(Family.LATE_MAILS)), List.of("take", owner.value(),
                "60000", "100"));
        late.tell(owner);
        assertThat(MAILS).as("another node has it").isEmpty();

        send(owner, 4);
        assertThat(MAILS).hasSize(1);
    }

    @Test
    void whatDidNotLeaveIsSentWhenTheMailServerIsBackAndNotTriedForEver() throws Exception {
        becomesLate(promise("I ask our workshop"));
        away = true;
        send(owner, 1);
        assertThat(waiting(owner)).hasSize(1);

        away = false;
        send(owner, 1);
        assertThat(MAILS).hasSize(1);
        assertThat(waiting(owner)).isEmpty();

        becomesLate(promise("I ask our driver"));
        away = true;
        for (int i = 0; i < 15; i++) {
            send(owner, 1);
        }
        assertThat(waiting(owner)).isEmpty();
    }

    @Test
    void whatComesWhileOneIsSentWaitsForTheNext() throws Exception {
        becomesLate(promise("I ask our workshop"));
        makeDue(owner);
        LuaScript script = LuaScript.load("late-mail");
        List<String> both = List.of(keys.of(Family.TIMERS), keys.of(Family.LATE_MAILS));
        List<Object> taken = store.run(script, both, List.of("take", owner.value(), "60000", "100"));
        becomesLate(promise("I ask our driver"));
        store.run(script, both, List.of("done", owner.value(), "60000", String.valueOf(taken.get(1))));

        assertThat(waiting(owner)).hasSize(1);
        send(owner, 4);
        assertThat(MAILS).hasSize(1);
        assertThat(MAILS.getFirst().text()).contains("I ask our driver");
    }

    private String promise(String action) throws Exception {
        JsonNode made = post("/api/v1/conversations/" + conversation + "/promises", Map.of("heard", "My lamp flickers",
                "action", action, "dueAt", Clock.systemUTC().instant().plus(Duration.ofHours(3)).toString(), "channel",
                "sms", "clientId", UUID.randomUUID().toString()));
        owner = new PersonId(made.at("/owner/id").asString());
        return made.get("id").asString();
    }

    private List<String> ids() throws Exception {
        return get("/api/v1/conversations/" + conversation + "/promises").get("items").valueStream().map(
                item -> item.get("id").asString()).toList();
    }

    private void becomesLate(String id) {
        fire("promise-late", id);
        escalates(id);
    }

    private void escalates(String id) {
        fire("promise-escalate", id);
    }

    private void fire(String kind, String id) {
        Promise promise = promises.find(new PromiseId(id)).orElseThrow();
        effects.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow().fire(new Timer(kind, id,
                String.valueOf(promise.version()), promise.due()));
    }

    private static Timer timer(PersonId person) {
        return new Timer(LateMails.KIND, person.value(), "1", Instant.EPOCH);
    }

    private void makeDue(PersonId person) {
        double now = Clock.systemUTC().millis() - 1;
        store.with(redis -> redis.zadd(keys.of(Family.TIMERS), now, timer(person).member(),
                ZAddParams.zAddParams().xx()));
    }

    /// Its moment comes, and so many nodes see it.
    private void send(PersonId person, int nodes) {
        makeDue(person);
        IntStream.range(0, nodes).parallel().forEach(node -> late.tell(person));
    }

    private List<String> waiting(PersonId person) {
        return store.with(redis -> redis.zrange(keys.of(Family.LATE_MAILS), 0, -1)).stream().filter(
                one -> one.startsWith(person.value() + "|")).toList();
    }

    private JsonNode get(String path) throws Exception {
        return answer(api(path).GET());
    }

    private JsonNode post(String path, Object body) throws Exception {
        return answer(api(path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static JsonNode answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization",
                "Bearer loper_demo").header("Content-Type", "application/json");
    }
}
