package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.access.Browser;
import dev.loper.channel.Intake;
import dev.loper.message.ChannelAddress;
import dev.loper.push.Screen.Watches;
import dev.loper.redis.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// People of one queue who try everything with what is in another one, over real HTTP and STOMP. Lotte is an agent of orders,
/// Inge watches over orders; what Ada asks of her bill is in billing, and is Bram's.
@ActiveProfiles("demo")
@DirtiesContext
@TypeExcludeFilters(ProductOnly.class)
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.data-dir=target/across-queues", "loper.public-url=" + PushNode.ORIGIN,
        "loper.sandbox-url=http://127.0.0.1:1", "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
class AcrossQueuesTests {

    private static final String SECRET = "My invoice says marzipan twice";

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    private final List<Screen> screens = new ArrayList<>();
    private Row bill = new Row("", "");
    private Row order = new Row("", "");

    private record Row(String topic, String conversation) {}

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @BeforeEach
    void twoQueues() {
        works("lotte", Map.of("orders", "agent"));
        works("inge", Map.of("orders", "supervisor"));
        works("bram", Map.of("billing", "agent"));
        bill = text(SECRET);
        order = text("Where is my order?");
        Browser.Answer assigned = administrator().post("/api/v1/topics/" + bill.topic() + "/assign", Map.of("assignee",
                "bram"));
        assertThat(assigned.status()).describedAs("%s", assigned.body()).isEqualTo(200);
    }

    @AfterEach
    void closeScreens() {
        screens.forEach(Screen::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lotte", "inge"})
    void nothingOfItIsRead(String name) {
        Browser browser = signIn(name);

        notThere(browser.get("/api/v1/conversations/" + bill.conversation()));
        notThere(browser.get("/api/v1/conversations/" + bill.conversation() + "/entries"));
        notThere(browser.get("/api/v1/conversations/" + bill.conversation() + "/entries?topic=" + bill.topic()));
        notThere(browser.get("/api/v1/conversations/" + bill.conversation() + "/reply-options"));
        notThere(browser.get("/api/v1/conversations/" + bill.conversation() + "/promises"));
        assertThat(browser.get("/api/v1/inbox?view=queue:billing").status()).isEqualTo(422);
        for (String view : List.of("mine", "unassigned", "all", "snoozed", "resolved", "queue:orders")) {
            silent(browser.get("/api/v1/inbox?view=" + view));
        }
        assertThat(browser.get("/api/v1/queues").body().get("items").toString()).doesNotContain("billing");
    }

    @Test
    void nothingOfItIsCounted() {
        JsonNode before = signIn("lotte").get("/api/v1/inbox/counts").body();
        text(SECRET);
        JsonNode after = signIn("lotte").get("/api/v1/inbox/counts").body();

        assertThat(after.get("views")).isEqualTo(before.get("views"));
        assertThat(after.get("waiting")).isEqualTo(before.get("waiting"));
        assertThat(after.get("views").has("queue:billing")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lotte", "inge"})
    void nothingOfItIsChanged(String name) {
        Browser browser = signIn(name);
        String topic = "/api/v1/topics/" + bill.topic();
        String conversation = "/api/v1/conversations/" + bill.conversation();
        String soon = Instant.now().plus(Duration.ofHours(3)).toString();

        notThere(browser.post(topic + "/assign", Map.of("assignee", name)));
        notThere(browser.post(topic + "/queue", Map.of("queue", "orders")));
        notThere(browser.post(topic + "/resolve", Map.of()));
        notThere(browser.post(topic + "/reopen", Map.of()));
        notThere(browser.post(topic + "/snooze", Map.of("until", soon)));
        notThere(browser.post(topic + "/read", Map.of("entry", "0".repeat(16))));
        notThere(browser.patch(topic, Map.of("title", "Mine")));
        notThere(browser.post(conversation + "/messages", Map.of("channel", "sms", "topic", bill.topic(), "text",
                "Hello", "clientId", UUID.randomUUID().toString())));
        notThere(browser.post(conversation + "/notes", Map.of("topic", bill.topic(), "text", "Hello", "clientId",
                UUID.randomUUID().toString())));
        notThere(browser.post(conversation + "/promises", Map.of("topic", bill.topic(), "heard", "x", "action", "y",
                "dueAt", soon, "channel", "sms", "clientId", UUID.randomUUID().toString())));
        assertThat(row().get("topic").get("assignee").asString()).isEqualTo("bram");
        assertThat(row().get("topic").get("status").asString()).isEqualTo("open");
    }

    @Test
    void takeNextTakesNothingOfIt() {
        Row waiting = text(SECRET);
        Browser lotte = signIn("lotte");
        for (Browser.Answer taken = lotte.post("/api/v1/inbox/next",
                Map.of()); taken.status() == 200; taken = lotte.post("/api/v1/inbox/next", Map.of())) {
            assertThat(taken.body().get("topic").get("queue").asString()).isEqualTo("orders");
        }
        assertThat(find(waiting.topic()).get("topic").get("assignee").isNull()).isTrue();
    }

    @Test
    void nobodyIsGivenWhatTheyMayNotSee() {
        Browser.Answer refused = administrator().post("/api/v1/topics/" + bill.topic() + "/assign", Map.of("assignee",
                "lotte"));
        assertThat(refused.type()).contains("not-in-queue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lotte", "inge"})
    void nothingOfItIsPushed(String name) {
        Screen screen = screen(name);
        screen.watch(new Watches("queue:billing", List.of(bill.topic()), bill.conversation(), true).withBoard(),
                (String) null);
        await().until(() -> !screen.frames().isEmpty());

        intake.accept(Given.sms().from(new ChannelAddress.Phone(number())).named("Eve").saying(SECRET).build());
        administrator().post("/api/v1/topics/" + bill.topic() + "/resolve", Map.of());
        Row told = text("And where is this order?");
        screen.watch(new Watches("all", List.of(told.topic()), told.conversation(), true).withBoard(), (String) null);
        await().until(() -> screen.frames().getLast().get("watch").asInt() == 2);
        signIn(name).post("/api/v1/topics/" + told.topic() + "/assign", Map.of("assignee", name));
        await().until(() -> screen.changes("topic").stream().anyMatch(
                change -> change.at("/item/topic/id").asString().equals(told.topic())));

        assertThat(screen.frames().toString()).doesNotContain("marzipan").doesNotContain("billing").doesNotContain(
                "Bram");
        assertThat(screen.changes("topic").toString()).doesNotContain(bill.topic());
    }

    @Test
    void aThreadIsHeardNoMoreOnceItsLastTopicWentToAnotherQueueAndAgainWhenOneComesBack() {
        Screen lotte = screen("lotte");
        Screen noor = screen("noor");
        for (Screen screen : List.of(lotte, noor)) {
            screen.watch(Watches.thread(order.conversation()), (String) null);
            await().until(() -> !screen.frames().isEmpty());
        }
        noor.says(order.conversation(), "viewing");
        await().until(() -> !lotte.changes("presence").isEmpty());

        administrator().post("/api/v1/topics/" + order.topic() + "/queue", Map.of("queue", "billing"));
        await().until(() -> lotte.changes("removed").toString().contains(order.topic()));
        await().until(() -> lotte.changes("presence").getLast().get("people").isEmpty());
        int told = lotte.changes("removed").size() + lotte.changes("presence").size();

        note(order, "Nougat, says Bram");
        noor.says(order.conversation(), "typing");
        await().until(() -> noor.texts().contains("Nougat, says Bram"));
        Browser.Answer unheard = administrator().post("/api/v1/topics/" + order.topic() + "/assign", Map.of("assignee",
                "bram"));
        assertThat(unheard.status()).isEqualTo(200);
        administrator().post("/api/v1/topics/" + order.topic() + "/queue", Map.of("queue", "orders"));
        await().until(() -> lotte.changes("topic").toString().contains(order.topic()));

        assertThat(lotte.changes("removed").size() + lotte.changes("presence").size()).isEqualTo(told);
        assertThat(lotte.texts()).doesNotContain("Nougat, says Bram");
        assertThat(lotte.changes("entry").toString()).doesNotContain("\"hidden\"");
        note(order, "Here it is");
        await().until(() -> lotte.texts().contains("Here it is"));
        noor.says(order.conversation(), "viewing");
        await().until(() -> !lotte.changes("presence").getLast().get("people").isEmpty());
    }

    private void note(Row row, String words) {
        assertThat(administrator().post("/api/v1/conversations/" + row.conversation() + "/notes", Map.of("topic",
                row.topic(), "text", words, "clientId", UUID.randomUUID().toString())).status()).isBetween(200, 201);
    }

    @Test
    void anAgentHasNoBoard() {
        assertThat(signIn("lotte").get("/api/v1/board").status()).isEqualTo(403);
        Screen screen = screen("lotte");
        Screen supervisor = screen("inge");
        screen.watch(Watches.NOTHING.withBoard(), (String) null);
        supervisor.watch(Watches.NOTHING.withBoard(), (String) null);
        await().until(() -> !supervisor.changes("board").isEmpty());

        assertThat(screen.changes("board")).isEmpty();
    }

    @Test
    void aBoardHasTheQueuesOfItsViewerOnly() {
        JsonNode board = signIn("inge").get("/api/v1/board").body().get("board");

        assertThat(board.get("queues").valueStream().map(queue -> queue.get("id").asString())).containsExactly(
                "orders");
        assertThat(board.get("people").valueStream().map(person -> person.get("id").asString())).contains("lotte",
                "inge").doesNotContain("bram");
        assertThat(board.toString()).doesNotContain("billing").doesNotContain("marzipan");
        assertThat(queue(administrator().get("/api/v1/board").body().get("board"), "billing").get(
                "waiting").asInt()).isPositive();
    }

    @Test
    void aBoardCountsOfSomebodyInSeveralQueuesWhatIsInThoseOfItsViewer() {
        works("bram", Map.of("billing", "agent", "orders", "agent"));
        Row second = text(SECRET);
        for (Row row : List.of(second, order)) {
            assertThat(administrator().post("/api/v1/topics/" + row.topic() + "/assign", Map.of("assignee",
                    "bram")).status()).isEqualTo(200);
        }

        int seen = waiting("bram", signIn("inge"));
        int whole = waiting("bram", administrator());
        assertThat(whole).isGreaterThanOrEqualTo(seen + 2);
        administrator().post("/api/v1/topics/" + order.topic() + "/assign", Map.of("assignee", "lotte"));
        assertThat(waiting("bram", signIn("inge"))).isEqualTo(seen - 1);
        administrator().post("/api/v1/topics/" + second.topic() + "/resolve", Map.of());
        assertThat(waiting("bram", administrator())).isEqualTo(whole - 2);
    }

    private static int waiting(String person, Browser browser) {
        return browser.get("/api/v1/board").body().get("board").get("people").valueStream().filter(
                line -> line.get("id").asString().equals(person)).findFirst().orElseThrow().get("waiting").asInt();
    }

    @Test
    void aBoardIsToldWhatChanges() {
        Screen screen = screen("inge");
        screen.watch(Watches.NOTHING.withBoard(), (String) null);
        await().until(() -> !screen.changes("board").isEmpty());
        int before = queue(screen.changes("board").getLast().get("board"), "orders").get("waiting").asInt();

        Row added = text("Where is my order now?");
        await().until(
                () -> queue(screen.changes("board").getLast().get("board"), "orders").get("waiting").asInt() == before
                        + 1);
        int lottes = waitingWith("lotte", screen);
        signIn("inge").post("/api/v1/topics/" + added.topic() + "/assign", Map.of("assignee", "lotte"));
        await().until(() -> waitingWith("lotte", screen) == lottes + 1);
    }

    @Test
    void promisesOfAnotherQueueAreNotListed() {
        String id = administrator().post("/api/v1/conversations/" + bill.conversation() + "/promises", Map.of("topic",
                bill.topic(), "heard", "my bill is wrong", "action", "I look at marzipan", "dueAt", Instant.now().plus(
                        Duration.ofHours(3)).toString(),
                "channel", "sms", "clientId", UUID.randomUUID().toString())).body().get("id").asString();
        Browser inge = signIn("inge");

        assertThat(inge.get("/api/v1/promises?queue=billing&state=all").body().get("items")).isEmpty();
        assertThat(inge.get("/api/v1/promises?state=all").body().toString()).doesNotContain("marzipan");
        notThere(inge.get("/api/v1/promises/" + id));
        notThere(inge.post("/api/v1/promises/" + id + "/keep", Map.of("clientId", UUID.randomUUID().toString())));
        assertThat(inge.get("/api/v1/board").body().toString()).doesNotContain("marzipan");
        assertThat(administrator().get("/api/v1/board").body().get("board").get("promises").get(
                "items").valueStream().map(promise -> promise.get("id").asString())).contains(id);
        // Whose promise it is, and who has the topic, may be two people.
        JsonNode promised = administrator().get("/api/v1/board").body().get("board").get("promises").get(
                "items").valueStream().filter(
                        promise -> promise.get("id").asString().equals(id)).findFirst().orElseThrow();
        assertThat(promised.get("assignee").asString()).isEqualTo("bram");
        assertThat(promised.get("owner").asString()).isNotEqualTo("bram");
        // It goes along to the queue it is moved to, and is seen there.
        administrator().post("/api/v1/topics/" + bill.topic() + "/queue", Map.of("queue", "orders"));
        assertThat(inge.get("/api/v1/board").body().get("board").get("promises").toString()).contains(id);
        administrator().post("/api/v1/topics/" + bill.topic() + "/queue", Map.of("queue", "billing"));
    }

    @Test
    void whoeverLooksAfterOtherQueuesHandsNothingOver() {
        assertThat(signIn("inge").post("/api/v1/people/bram/work/hand-over", Map.of("to", "inge")).status()).isEqualTo(
                403);
        assertThat(row().get("topic").get("assignee").asString()).isEqualTo("bram");
    }

    @Test
    void nothingIsHandedOverToSomebodyOfAnotherQueue() {
        assertThat(administrator().post("/api/v1/people/bram/work/hand-over", Map.of("to", "inge")).type()).isEqualTo(
                "cover-elsewhere");
        assertThat(row().get("topic").get("assignee").asString()).isEqualTo("bram");
        notThere(signIn("inge").get("/api/v1/conversations/" + bill.conversation()));
    }

    private void works(String name, Map<String, String> queues) {
        assertThat(administrator().patch("/api/v1/people/" + name, Map.of("queues", Map.of("every", false, "only",
                queues))).status()).isEqualTo(200);
    }

    private Row text(String words) {
        String number = number();
        intake.accept(Given.sms().from(new ChannelAddress.Phone(number)).named(number).saying(words).build());
        JsonNode item = administrator().get("/api/v1/inbox?view=unassigned").body().get("items").valueStream().filter(
                found -> found.get("customer").get("name").asString().equals(number)).findFirst().orElseThrow();
        return new Row(item.get("topic").get("id").asString(), item.get("conversation").asString());
    }

    private static String number() {
        return "+316" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    private JsonNode row() {
        return find(bill.topic());
    }

    private JsonNode find(String topic) {
        return administrator().get("/api/v1/inbox?view=all").body().get("items").valueStream().filter(
                item -> item.get("topic").get("id").asString().equals(topic)).findFirst().orElseThrow();
    }

    private static int waitingWith(String person, Screen screen) {
        return screen.changes("board").getLast().get("board").get("people").valueStream().filter(
                line -> line.get("id").asString().equals(person)).findFirst().orElseThrow().get("waiting").asInt();
    }

    private static JsonNode queue(JsonNode board, String id) {
        return board.get("queues").valueStream().filter(
                queue -> queue.get("id").asString().equals(id)).findFirst().orElseThrow();
    }

    private static void notThere(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        silent(answer);
    }

    private static void silent(Browser.Answer answer) {
        assertThat(answer.body().toString()).doesNotContain("marzipan");
    }

    private Browser administrator() {
        return new Browser(port).with("Authorization", "Bearer loper_demo");
    }

    private Browser signIn(String name) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Browser browser = new Browser(port).with("X-Forwarded-For", "198.18." + random.nextInt(256) + "."
                + random.nextInt(256));
        assertThat(browser.signIn(name + "@loper.test", "loper-demo").status()).isEqualTo(200);
        return browser;
    }

    private Screen screen(String name) {
        Screen screen = Screen.open(port, signIn(name));
        screens.add(screen);
        return screen;
    }
}
