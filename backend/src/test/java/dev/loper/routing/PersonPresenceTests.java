package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Saying how one stands, over HTTP, with the demo's people.
@SpringBootTest(classes = RoutingApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "loper.public-url=http://loper.test")
@ActiveProfiles("demo")
class PersonPresenceTests {

    @LocalServerPort
    int port;

    @Autowired
    RedisPresences presences;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @Test
    void everybodySeesWhoIsAwayWhyAndUntilWhen() {
        String until = Instant.now().plus(Duration.ofMinutes(45)).toString();
        open("fatima");

        Answer said = browser("fatima").post("/api/v1/people/fatima/presence",
                Map.of("state", "away", "reason", "lunch",
                        "note", "Round the corner", "until", until));

        assertThat(said.status()).isEqualTo(200);
        JsonNode seen = seenBy("lotte", "fatima");
        assertThat(seen.at("/presence/state").asString()).isEqualTo("away");
        assertThat(seen.at("/presence/reason").asString()).isEqualTo("lunch");
        assertThat(seen.at("/presence/note").asString()).isEqualTo("Round the corner");
        assertThat(Instant.parse(seen.at("/presence/until").asString())).isBetween(Instant.parse(until).minusMillis(1),
                Instant.parse(until));
        assertThat(seen.path("online").asBoolean()).isFalse();
    }

    @Test
    void whoeverIsBusyIsOnlineToOldEyes() {
        open("bram");
        browser("bram").post("/api/v1/people/bram/presence", Map.of("state", "busy"));

        assertThat(seenBy("lotte", "bram").at("/presence/state").asString()).isEqualTo("busy");
        assertThat(seenBy("lotte", "bram").path("online").asBoolean()).isTrue();
    }

    @Test
    void aSupervisorSaysThatSomebodyIsIllAndItIsInTheAudit() {
        String monday = Instant.now().plus(Duration.ofDays(4)).toString();

        Answer said = browser("inge").post("/api/v1/people/lotte/presence", Map.of("state", "away", "reason", "ill",
                "until", monday));

        assertThat(said.body().path("state").asString()).isEqualTo("away");
        assertThat(browser("noor").get("/api/v1/audit").body().path("items").valueStream().filter(record -> record.path(
                "what").asString().equals("presence-set"))).singleElement().satisfies(record -> assertThat(record.path(
                        "target").asString()).isEqualTo("lotte"));
    }

    @Test
    void anAgentSaysNothingOfAnother() {
        assertThat(browser("bram").post("/api/v1/people/lotte/presence", Map.of("state", "busy")).type()).isEqualTo(
                "forbidden");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Browser inge = browser("inge");
        String before = Instant.now().minusSeconds(60).toString();

        assertThat(inge.post("/api/v1/people/inge/presence", Map.of("state", "offline")).body().path(
                "field").asString()).isEqualTo("state");
        assertThat(inge.post("/api/v1/people/inge/presence", Map.of("state", "away", "reason", "idle")).body().path(
                "field").asString()).isEqualTo("reason");
        assertThat(inge.post("/api/v1/people/inge/presence", Map.of("state", "away", "until", before)).body().path(
                "field").asString()).isEqualTo("until");
        assertThat(inge.post("/api/v1/people/nobody/presence", Map.of("state", "busy")).status()).isEqualTo(404);
    }

    private void open(String person) {
        presences.beat(Map.of(new PersonId(person), Instant.now()));
    }

    private JsonNode seenBy(String viewer, String person) {
        return browser(viewer).get("/api/v1/people").body().path("items").valueStream().filter(one -> one.path(
                "id").asString().equals(person)).findFirst().orElseThrow();
    }

    private Browser browser(String name) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(name + "@loper.test", "loper-demo").status()).isEqualTo(200);
        return browser;
    }
}
