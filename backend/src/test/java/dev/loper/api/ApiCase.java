package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.ApiTest;
import dev.loper.Given;
import dev.loper.access.Browser;
import dev.loper.channel.Intake;
import dev.loper.channel.twilio.TwilioStandIn;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.SchemaKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/// What the tests of the agent API share: people of each role, customers who write, and Twilio, which takes what it is
/// given.
abstract class ApiCase extends ApiTest {

    @Autowired
    Intake intake;

    @Autowired
    Customers customers;

    @Autowired
    TwilioStandIn twilio;

    final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void twilioTakesEverything() {
        twilio.answer(asked -> TwilioStandIn.Answer.json(201, "{\"sid\":\"SM" + UUID.randomUUID().toString().replace(
                "-", "") + "\",\"status\":\"queued\"}"));
    }

    /// Whatever a class did through the API: nothing is written past the schema.
    @AfterAll
    static void everyKeyIsOneTheSchemaNames(@Autowired UnifiedJedis redis, @Autowired RedisKeys keys) {
        assertThat(SchemaKeys.unknown(redis, keys)).isEmpty();
    }

    /// The administrator.
    Caller noor() {
        return Caller.with(port, "loper_demo");
    }

    /// Somebody new of one role, in every queue or in some.
    ///
    /// @return their id
    String somebody(String role, String... queues) {
        Map<String, Object> person = new HashMap<>(Map.of("name", "Somebody " + mark, "email",
                "p" + UUID.randomUUID().toString().substring(0, 12) + "@loper.test", "password",
                "a long enough passphrase", "roles", List.of(role)));
        if (queues.length > 0) {
            Map<String, String> only = new HashMap<>();
            for (String queue : queues) {
                only.put(queue, "agent");
            }
            person.put("queues", Map.of("every", false, "only", only));
        }
        return noor().does("/api/v1/people", person).get("id").asString();
    }

    Caller as(String person) {
        return Caller.with(port, noor().does("/api/v1/tokens", Map.of("name", mark, "person", person)).get(
                "token").asString());
    }

    /// Somebody new who answers, in every queue or in some.
    Caller agent(String... queues) {
        return as(somebody("agent", queues));
    }

    /// A browser in which somebody of the demo signed in.
    Browser signedIn(String name) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Browser browser = new Browser(port).with("X-Forwarded-For", "198.18." + random.nextInt(256) + "."
                + random.nextInt(256));
        browser.signIn(name + "@loper.test", "loper-demo");
        return browser;
    }

    static ChannelAddress.Phone phone() {
        return new ChannelAddress.Phone("+3161" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }

    /// Somebody new sends a text message.
    Talk text(String words) {
        return write(Given.sms().from(phone()).named("Ada " + mark).saying(words).build());
    }

    Talk text() {
        return text("My lamp flickers, " + mark + ".");
    }

    /// Somebody new sends a mail.
    Talk mail(String subject, String words) {
        return write(Given.mail().from(new ChannelAddress.Email("ada." + UUID.randomUUID().toString().substring(0, 12)
                + "@example.org")).named("Ada " + mark).about(subject).saying(words).build());
    }

    Talk write(ChannelMessage message) {
        String entry = intake.accept(message).entry().value();
        Identity who = customers.identity(message.from(), Level.OBSERVED).orElseThrow();
        String conversation = who.conversation().value();
        JsonNode topic = noor().read("/api/v1/conversations/" + conversation).get("topics").get(0);
        return new Talk(message.from(), who.customer().value(), conversation, topic.get("id").asString(), entry);
    }

    /// Moves a topic to a queue of the demo: `main`, `billing` or `orders`.
    Talk in(String queue, Talk talk) {
        noor().send("POST", talk.topicAt("/queue"), Map.of("queue", queue));
        return talk;
    }

    Map<String, Object> answer(String words) {
        return new HashMap<>(Map.of("channel", "sms", "text", words, "clientId", UUID.randomUUID().toString()));
    }

    /// The newest entries of a conversation.
    List<JsonNode> entries(Talk talk) {
        return list(noor().read(talk.at("/entries")).get("items"));
    }

    JsonNode entry(Talk talk, String id) {
        return entries(talk).stream().filter(entry -> entry.get("id").asString().equals(id)).findFirst().orElseThrow();
    }

    static void refused(Browser.Answer answer, int status, String type) {
        assertThat(answer.status() + " " + answer.type()).as(answer.raw().body()).isEqualTo(status + " " + type);
    }

    static void refused(Browser.Answer answer, int status, String type, String field) {
        refused(answer, status, type);
        assertThat(answer.field()).as(answer.raw().body()).isEqualTo(field);
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    static List<String> words(JsonNode array) {
        return list(array).stream().map(JsonNode::asString).toList();
    }

    static String encoded(JsonNode cursor) {
        return URLEncoder.encode(cursor.asString(), StandardCharsets.UTF_8);
    }

    /// A moment some days from now.
    static String inDays(int days) {
        return Clock.systemUTC().instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static <T> T eventually(Callable<@Nullable T> wanted) {
        return Objects.requireNonNull(Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(
                Duration.ofMillis(50)).until(wanted, Objects::nonNull));
    }
}
