package dev.loper.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.blob.Uploads;
import dev.loper.channel.Intake;
import dev.loper.channel.Visitors;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import redis.clients.jedis.params.RestoreParams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A customer about whom everything there is has been said, and then nothing is left: in no key, no file and no index.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.data-dir=target/erasure-product", "loper.public-url=http://loper.test", "loper.reply.undo=0s",
        "loper.sandbox-url=http://localhost:4444", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class ErasureProductTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DATA = Path.of("target/erasure-product");

    private final String digits = "61" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    /// A word nobody else says.
    private final String word = "quetzal" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    UnifiedJedis redis;

    @Autowired
    RedisKeys keys;

    @Autowired
    Uploads uploads;

    @Autowired
    Visitors visitors;

    @Autowired
    ErasureAtStart start;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @Test
    void nothingOfACustomerIsLeftAndOthersAreAsTheyWere() throws Exception {
        intake.accept(Given.sms().from(new ChannelAddress.Phone("+3160000" + digits.substring(5))).named(
                "Bystander").saying("I stay here").build());
        Known known = everythingIsSaid();
        await().atMost(Duration.ofSeconds(20)).until(() -> found(word) > 0);
        assertThat(store()).contains(word).contains(digits).contains(known.visitor()).contains("8164-27").contains(
                "birthday|");
        List<String> homes = redis.hkeys(keys.conversation(new ConversationId(known.conversation()))).stream().filter(
                field -> field.startsWith("home:")).map(field -> field.substring(5)).toList();
        await().until(() -> homes.stream().anyMatch(home -> redis.exists(keys.complaints(new HomeId(home)))));

        assertThat(filesWith(word)).isNotEmpty();

        assertThat(send("GET", known.path("/erasure"), null).statusCode()).isEqualTo(200);
        JsonNode preview = api("GET", known.path("/erasure"), null);
        assertThat(preview.get("name").asString()).contains(word);
        assertThat(preview.get("files").asInt()).isEqualTo(1);
        assertThat(preview.get("promises").asInt()).isEqualTo(1);
        assertThat(send("POST", known.path("/erasure"), Map.of("name", "Somebody else")).statusCode()).isEqualTo(422);
        assertThat(store()).contains(word);

        HttpResponse<String> done = send("POST", known.path("/erasure"), Map.of("name", preview.get(
                "name").asString().toUpperCase(java.util.Locale.ROOT)));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(store()).doesNotContain(word).doesNotContain(digits).doesNotContain("I ask the quetzal workshop");
        // What they told, their birthday and who saw to it, and how far they were with an invitation.
        assertThat(store()).doesNotContain("8164-27").doesNotContain("1079 XK").doesNotContain(
                "birthday|").doesNotContain(
                        "20:00-08:00").doesNotContain(known.conversation() + "|birthday");
        assertThat(homes).isNotEmpty().allSatisfy(home -> assertThat(store()).doesNotContain(
                home + "|birthday").doesNotContain("complaints:" + home));
        // A link to resume names a step that is gone, and lapses.
        assertThat(store(key -> !key.contains(":resume:"))).doesNotContain(known.visitor());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(filesWith(word)).isEmpty());
        assertThat(found(word)).isZero();
        assertThat(send("GET", "/api/v1/conversations/" + known.conversation(), null).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/v1/customers/" + known.customer(), null).statusCode()).isEqualTo(404);
        assertThat(send("POST", known.path("/erasure"), Map.of("name", "x")).statusCode()).isEqualTo(404);
        assertThat(String.valueOf(api("GET", "/api/v1/inbox?view=all", null))).contains("I stay here");
        assertThat(String.valueOf(api("GET", "/api/v1/audit", null))).contains("customer-erased").doesNotContain(word);
    }

    /// Whoever has the key of a write would else be told for a day what they wrote of somebody who is forgotten.
    @Test
    void anAnswerThatWasKeptIsGivenToNobodyAnyMoreAndNothingIsDoneTwice() throws Exception {
        Known known = everythingIsSaid();
        String notes = "/api/v1/conversations/" + known.conversation() + "/notes";
        String topic = api("GET", "/api/v1/conversations/" + known.conversation(), null).at("/topics/0/id").asString();
        Map<String, Object> note = Map.of("text", "She likes another " + word, "topic", topic);
        HttpResponse<String> first = send("POST", notes, note, "note-" + digits);
        assertThat(first.statusCode()).as(first.body()).isBetween(200, 299);
        assertThat(send("POST", notes, note, "note-" + digits).body()).isEqualTo(first.body()).contains(word);
        String checks = "/api/v1/conversations/" + known.conversation() + "/draft-checks";
        Map<String, Object> draft = Map.of("text", "What is your order number?");
        assertThat(send("POST", checks, draft, "check-" + digits).body()).contains("8164-27");
        erase(known);
        HttpResponse<String> again = send("POST", notes, note, "note-" + digits);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("answer-not-kept").doesNotContain(word);
        HttpResponse<String> check = send("POST", checks, draft, "check-" + digits);
        assertThat(check.statusCode()).isEqualTo(404);
        assertThat(check.body()).doesNotContain("8164-27");
        // The next write has another salt, and its answer is kept.
        intake.accept(Given.sms().from(phone()).saying("Hello after all").build());
        JsonNode item = item("Hello after all");
        String there = "/api/v1/conversations/" + item.get("conversation").asString() + "/notes";
        Map<String, Object> after = Map.of("text", "A new beginning", "topic", item.at("/topic/id").asString());
        HttpResponse<String> other = send("POST", there, after, "after-" + digits);
        assertThat(send("POST", there, after, "after-" + digits).body()).isEqualTo(other.body()).contains(
                "A new beginning");
    }

    @Test
    void whoWritesAgainIsANewCustomer() throws Exception {
        Known known = everythingIsSaid();
        erase(known);
        intake.accept(Given.sms().from(phone()).saying("Hello again").build());
        JsonNode item = item("Hello again");
        assertThat(item.at("/customer/id").asString()).isNotEqualTo(known.customer());
        assertThat(item.get("conversation").asString()).isNotEqualTo(known.conversation());
    }

    @Test
    void whomABackupBringsBackIsErasedAgainAtTheStart() throws Exception {
        Known known = everythingIsSaid();
        Map<String, byte[]> backup = new HashMap<>();
        // The feed goes on, while the rest is put back: this is the same life of one server.
        redis.keys(keys.prefix() + "*").stream().filter(key -> !key.endsWith(":feed") && !key.endsWith(
                ":clock")).forEach(key -> Optional.ofNullable(redis.dump(key)).ifPresent(
                        bytes -> backup.put(key, bytes)));
        erase(known);
        backup.forEach((key, bytes) -> redis.restore(key, 0, bytes, RestoreParams.restoreParams().replace()));
        assertThat(store()).contains(word);
        start.again();
        assertThat(store()).doesNotContain(word).doesNotContain(digits);
    }

    @Test
    void onlyAdministratorsErase() throws Exception {
        Known known = everythingIsSaid();
        HttpResponse<String> refused = HTTP.send(HttpRequest.newBuilder(uri(known.path("/erasure"))).POST(
                BodyPublishers.ofString("{\"name\": \"x\"}")).header("Content-Type", "application/json").build(),
                BodyHandlers.ofString());
        assertThat(refused.statusCode()).isIn(401, 403);
        assertThat(store()).contains(word);
    }

    private record Known(String customer, String conversation, String visitor) {

        String path(String rest) {
            return "/api/v1/customers/" + customer + rest;
        }
    }

    /// By SMS and WhatsApp, in the chat and on the site; answered, noted, promised, asked of a colleague, handed over, joined.
    private Known everythingIsSaid() throws Exception {
        Attachment file = uploads.keep(new ByteArrayInputStream(("A drawing of a " + word).getBytes(
                StandardCharsets.UTF_8)), word + ".txt", 10_000);
        intake.accept(Given.sms().from(phone()).named("Ada " + word).saying(
                "My " + word + " has order number 8164-27 and I live at 1079 XK").with(file).build());
        intake.accept(
                Given.whatsapp("+31" + digits).named("Ada " + word).saying("Is my " + word + " here yet?").build());
        JsonNode item = item(word + " has order number");
        String conversation = item.get("conversation").asString();
        String topic = item.at("/topic/id").asString();
        ok("POST", "/api/v1/conversations/" + conversation + "/messages", Map.of("channel", "sms", "text",
                "We look for your " + word, "topic", topic, "clientId", UUID.randomUUID().toString()));
        ok("POST", "/api/v1/conversations/" + conversation + "/notes", Map.of("text", "She likes her " + word,
                "topic", topic, "clientId", UUID.randomUUID().toString()));
        JsonNode promise = ok("POST", "/api/v1/conversations/" + conversation + "/promises", Map.of("heard",
                "Where is my " + word, "action", "I ask the quetzal workshop", "dueAt",
                Instant.now().plus(Duration.ofHours(30)).toString(), "channel", "sms", "clientId",
                UUID.randomUUID().toString()));
        ok("POST", "/api/v1/promises/" + promise.get("id").asString() + "/requests", Map.of("to", "workshop@loper.test",
                "name", "Workshop", "question", "Where is the " + word + "?", "clientId",
                UUID.randomUUID().toString()));

        ok("PUT", "/api/v1/triggers/anywhere",
                Map.of("name", "Anywhere", "active", true, "place", "shop", "seconds", 3600,
                        "everyDays", 1, "text", Map.of("nl", "Hulp?", "en", "Help?")));
        ChannelAddress.Visitor visitor = visitors.mint();
        String token = visitors.tokenOf(new AccountId("chat-web"), visitor);
        HttpResponse<String> taken = HTTP.send(HttpRequest.newBuilder(uri("/api/steps?account=chat-web")).header(
                "Origin",
                "http://localhost:4444").POST(
                        BodyPublishers.ofString("{\"visitor\": \"" + token
                                + "\", \"steps\": [{\"id\": \"s1\", \"kind\": \"form\", \"name\": \"Delivery\","
                                + " \"url\": \"http://localhost:4444/shop/\","
                                + " \"data\": {\"flow\": \"checkout\", \"step\": 3, \"of\": 4, \"fields\": {\"street\": \""
                                + word
                                + " lane\"}}}]}")).build(),
                BodyHandlers.ofString());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(redis.exists(keys.invited(visitor.value()))).isTrue();
        intake.accept(Given.chat(visitor).saying("I am stuck with my " + word).build());
        JsonNode chat = item("I am stuck with my " + word);
        ok("POST", "/api/v1/conversations/" + chat.get("conversation").asString() + "/handovers", Map.of("to", "voice",
                "topic", chat.at("/topic/id").asString(), "tell", false, "clientId", UUID.randomUUID().toString()));
        String visits = chat.at("/customer/id").asString();
        String step = api("GET", "/api/v1/customers/" + visits + "/steps", null).at("/items/0/flow/id").asString();
        ok("POST", "/api/v1/customers/" + visits + "/resume", Map.of("step", step));
        String customer = item.at("/customer/id").asString();
        LocalDate today = LocalDate.parse(api("GET", "/api/v1/occasions", null).get("today").asString());
        ok("PUT", "/api/v1/customers/" + customer + "/facts/birthday", Map.of("value", today.minusYears(40).format(
                DateTimeFormatter.ofPattern("dd-MM-yyyy"))));
        ok("PUT", "/api/v1/customers/" + customer + "/facts/quiet-hours", Map.of("value", "20:00-08:00"));
        ok("POST", "/api/v1/occasions",
                Map.of("conversation", conversation, "kind", "birthday", "date", today.toString(),
                        "how", "made"));
        intake.accept(Given.sms().from(phone()).saying("Where is my " + word + "? This is unacceptable").build());
        ok("POST", "/api/v1/customers/" + customer + "/merges", Map.of("with", visits));
        await().until(() -> String.valueOf(api("GET", "/api/v1/customers/" + customer + "/facts", null)).contains(
                "8164-27"));
        return new Known(customer, conversation, visitor.value());
    }

    private void erase(Known known) throws Exception {
        String name = api("GET", known.path("/erasure"), null).get("name").asString();
        assertThat(send("POST", known.path("/erasure"), Map.of("name", name)).statusCode()).isEqualTo(204);
        assertThat(store()).doesNotContain(word);
    }

    private ChannelAddress.Phone phone() {
        return new ChannelAddress.Phone("+31" + digits);
    }

    private JsonNode item(String preview) throws Exception {
        return api("GET", "/api/v1/inbox?view=all", null).get("items").valueStream().filter(
                item -> item.get("preview").asString().contains(preview)
                        || item.at("/topic/title").asString().contains(preview)).findFirst().orElseThrow();
    }

    private int found(String what) throws Exception {
        return api("GET", "/api/v1/inbox?view=all&q=" + what, null).get("items").size();
    }

    /// All there is in Redis, keys and values.
    private String store() {
        return store(key -> true);
    }

    private String store(Predicate<String> which) {
        StringBuilder all = new StringBuilder();
        for (String key : redis.keys(keys.prefix() + "*").stream().filter(which).toList()) {
            all.append(key).append(' ').append(switch (redis.type(key)) {
                case "hash" -> String.valueOf(redis.hgetAll(key));
                case "string" -> String.valueOf(redis.get(key));
                case "zset" -> String.valueOf(redis.zrange(key, 0, -1));
                case "set" -> String.valueOf(redis.smembers(key));
                case "stream" -> String.valueOf(redis.xrange(key, "-", "+"));
                default -> "";
            }).append('\n');
        }
        return all.toString();
    }

    /// All there is in the data folder: blobs and the index.
    /// The files of the data folder in which this is written.
    private static List<String> filesWith(String word) {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile).filter(file -> bytes(file).contains(word)).map(
                    Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file that is removed while it is looked for is no file.
    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private JsonNode ok(String method, String path, Object body) throws Exception {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private JsonNode api(String method, String path, @Nullable Object body) throws Exception {
        return Objects.requireNonNull(JSON.readTree(send(method, path, body).body()));
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body) throws Exception {
        return HTTP.send(request(method, path, body).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, Object body, String key) throws Exception {
        return HTTP.send(request(method, path, body).header("Idempotency-Key", key).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer loper_demo").header(
                "Content-Type", "application/json").method(method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
