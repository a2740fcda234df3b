package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.LoperApplication;
import dev.loper.ProductOnly;
import dev.loper.SocketLine;
import dev.loper.access.Browser;
import dev.loper.channel.twilio.TwilioStandIn;
import dev.loper.channel.twilio.TwilioTest;
import dev.loper.channel.twilio.TwilioWorld;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;

/// The whole product on a Redis that is run in another way than embedded: everything that speaks to Redis in a way of its own
/// (sessions, limits, scripts, the feed, pub/sub) takes part once.
@SpringBootTest(classes = LoperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.data-dir=target/modes-test", "loper.public-url=http://loper.test",
        "loper.twilio.reconcile-first-after=1d", "loper.reply.undo=1ms",
        "loper.sandbox-smtp-port=1", "loper.sandbox-imap-port=1"})
@TypeExcludeFilters(ProductOnly.class)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TwilioTest.Sandbox.class)
@DirtiesContext
abstract class OnRedis {

    @LocalServerPort
    int port;

    @Value("${loper.public-url}")
    String publicUrl;

    @Autowired
    TwilioStandIn twilio;

    static void at(DynamicPropertyRegistry registry, String mode, String nodes, String durability) {
        registry.add("loper.redis.mode", () -> mode);
        registry.add("loper.redis.nodes", () -> nodes);
        registry.add("loper.redis.durability", () -> durability);
        registry.add("loper.workspace", RedisServer::newWorkspace);
    }

    @BeforeEach
    void twilioTakesEverything() {
        twilio.answer(asked -> TwilioStandIn.Answer.json(201, "{\"sid\":\"SM1\",\"status\":\"queued\"}"));
    }

    @Test
    void somebodySignsInReadsWhatComesInAndAnswersIt() {
        Browser lotte = signedIn("lotte");
        assertThat(text("Where is my lamp?")).isEqualTo(200);
        JsonNode row = await().until(() -> lotte.get("/api/v1/inbox?view=unassigned").body().get("items"),
                rows -> rows.valueStream().anyMatch(OnRedis::isOurs)).valueStream().filter(
                        OnRedis::isOurs).findFirst().orElseThrow();
        String conversation = row.get("conversation").asString();

        Browser noor = signedIn("noor");
        String thread = "{\"thread\":\"" + conversation + "\"}";
        try (SocketLine screen = SocketLine.screen(port, publicUrl, lotte.sessionCookie(), thread);
                SocketLine other = SocketLine.screen(port, publicUrl, noor.sessionCookie(), thread)) {
            other.says("presence", "{\"conversation\":\"" + conversation + "\",\"state\":\"typing\"}");
            screen.next(frame -> frame.contains("\"presence\"") && frame.contains("\"typing\""));

            Browser.Answer answer = lotte.post("/api/v1/conversations/" + conversation + "/messages", Map.of("channel",
                    "sms", "text", "It is on its way.", "clientId", UUID.randomUUID().toString()));
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
            screen.next(frame -> frame.contains("It is on its way.") && frame.contains("\"delivery\":\"sent\""));
        }
        assertThat(twilio.asked()).anySatisfy(asked -> assertThat(asked.field("Body")).isEqualTo("It is on its way."));
    }

    private static boolean isOurs(JsonNode row) {
        return row.get("preview").asString().equals("Where is my lamp?");
    }

    private Browser signedIn(String name) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(name + "@loper.test", "wrong").status()).isEqualTo(401);
        assertThat(browser.signIn(name + "@loper.test", "loper-demo").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        return browser;
    }

    private int text(String words) {
        Map<String, String> form = Map.of("MessageSid", "SM0", "AccountSid", TwilioWorld.SID, "From", "+31611112222",
                "To", "+3197010280001", "Body", words, "NumMedia", "0");
        String path = "/hooks/twilio/sms-main/message";
        return TwilioWorld.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header(
                "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8").header("X-Twilio-Signature",
                        TwilioWorld.signature(publicUrl + path, form, TwilioWorld.TOKEN)).POST(
                                HttpRequest.BodyPublishers.ofString(TwilioWorld.encode(form)))).statusCode();
    }
}
