package dev.loper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.access.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Redis hangs, dies and is full under the running product: nothing is acknowledged that is not stored, nobody is told what is
/// not so, and afterwards everything goes on by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTests {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private RunningProduct product;
    private String cookie;
    private SocketLine screen;
    private SocketLine chat;
    private String visitor;
    private int sent;

    @BeforeAll
    void start() throws Exception {
        product = new RunningProduct(data, "--loper.sandbox-url=http://shop.test");
        await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(
                () -> product.text("SM-first", "Hello?").statusCode() == 200);
        Browser lotte = new Browser(product.port());
        assertThat(lotte.signIn("lotte@loper.test", "loper-demo").status()).isEqualTo(200);
        cookie = lotte.sessionCookie();
        openScreen();
        openChat();
    }

    private void openScreen() {
        screen = SocketLine.screen(product.port(), product.url(""), cookie, "{\"counts\":true}");
    }

    /// As the widget does, whose window is closed when the store does not answer.
    private void openChat() {
        chat = SocketLine.open(product.port(), "/ws/chat?account=chat-web", product.url(""), null);
        chat.send("{\"type\":\"hello\",\"language\":\"en\"" + (visitor == null
                ? ""
                : ",\"visitor\":\"" + visitor + "\"") + "}");
        visitor = JSON.readTree(chat.next(frame -> frame.contains("\"welcome\""))).get("visitor").asString();
    }

    @AfterAll
    void stop() throws InterruptedException {
        product.close();
    }

    @BeforeEach
    void allIsWell() {
        liveAgain();
        if (chat.closed()) {
            openChat();
        }
        chat.clear();
    }

    @Test
    void aRedisThatHangsIsAnOutageAndNobodyWaitsForItLongerThanTwilioListens() throws Exception {
        String message = UUID.randomUUID().toString();
        signal("-STOP");
        try {
            refused(product.text("SM-hangs", "Is anybody there?"));
            says(message);
            assertThat(chat.next(frame -> frame.contains(message))).contains("unavailable");
            screen.next(frame -> frame.contains("\"store\":\"away\""));
        } finally {
            signal("-CONT");
        }
        goesOn("SM-hangs", message);
    }

    @Test
    void aRedisThatDiesIsStartedAgainAndNothingIsStoredTwice() throws Exception {
        product.redis().orElseThrow().destroyForcibly();
        goesOn("SM-dies", UUID.randomUUID().toString());
    }

    @Test
    void aStoreThatIsFullTakesNothingMoreWhilePeopleGoOnReading() throws Exception {
        String message = UUID.randomUUID().toString();
        try (UnifiedJedis redis = product.connect()) {
            String before = String.valueOf(memory(redis, "maxmemory"));
            redis.configSet("maxmemory", String.valueOf(memory(redis, "used_memory") * 100 / 95));
            try {
                HttpResponse<String> refusal = await().atMost(LONG).until(() -> product.text("SM-full" + sent++,
                        "Is there room?"), answer -> answer.statusCode() != 200);
                refused(refusal);
                says(message);
                assertThat(chat.next(frame -> frame.contains(message))).contains("unavailable");
                assertThat(product.get("/api/v1/inbox?view=all").get("items")).isNotEmpty();
            } finally {
                redis.configSet("maxmemory", before);
            }
        }
        goesOn("SM-room", message);
    }

    private static long memory(UnifiedJedis redis, String figure) {
        return redis.info("memory").lines().filter(line -> line.startsWith(figure + ":")).mapToLong(
                line -> Long.parseLong(line.substring(figure.length() + 1).strip())).findFirst().orElseThrow();
    }

    /// Whoever sends again what was refused, as a provider and the widget do, has it stored once; the screens are live again.
    private void goesOn(String sid, String message) throws Exception {
        await().atMost(LONG).until(() -> {
            HttpResponse<String> answer = product.text(sid, "Again, " + sid);
            if (answer.statusCode() != 200) {
                refused(answer);
            }
            return answer.statusCode() == 200;
        });
        await().atMost(LONG).ignoreExceptions().until(() -> {
            if (chat.closed()) {
                openChat();
            }
            chat.clear();
            says(message);
            return chat.next(frame -> frame.contains(message)).contains("\"stored\"");
        });
        liveAgain();
        assertThat(product.text(sid, "Again, " + sid).statusCode()).isEqualTo(200);
        assertThat(said("Again, " + sid)).hasSize(1);
    }

    private void liveAgain() {
        await().atMost(LONG).ignoreExceptions().until(() -> {
            if (screen.closed()) {
                openScreen();
            }
            screen.clear();
            return !screen.next(frame -> frame.contains("\"head\"")).contains("\"store\":\"away\"");
        });
    }

    /// A visitor's message; sent again it has the same id.
    private void says(String message) {
        chat.send("{\"type\":\"message\",\"id\":\"" + message + "\",\"text\":\"Hello?\"}");
    }

    private List<JsonNode> said(String words) throws IOException, InterruptedException {
        JsonNode ours = product.get("/api/v1/inbox?view=all").get("items").valueStream().filter(
                item -> item.get("customer").get("name").asString().equals("+31619990000")).findFirst().orElseThrow();
        return product.get("/api/v1/conversations/" + ours.get("conversation").asString() + "/entries").get(
                "items").valueStream().filter(entry -> entry.get("text").asString().equals(words)).toList();
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(JSON.readTree(answer.body()).get("type").asString()).isEqualTo("store-unavailable");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        String pid = Long.toString(product.redis().orElseThrow().pid());
        assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
    }
}
