package dev.loper.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.channel.VisitorQueues.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What windows hear of the queue their visitor waits in.
@ChatServerTest
class ChatStandingTests {

    private static final Instant SIX = Instant.parse("2026-11-23T17:00:00Z");

    @LocalServerPort
    int port;
    @Autowired
    FakeQueues queues;
    @Autowired
    ChatStandings standings;
    @Autowired
    ChatSessions sessions;

    private final List<Browser> browsers = new ArrayList<>();

    @AfterEach
    void closeAll() {
        queues.away = false;
        browsers.forEach(Browser::close);
        await().until(() -> sessions.all().isEmpty());
    }

    @Test
    void aWindowHearsAfterTheWelcomeHowItStands() {
        Browser window = keep(Browser.greeted(port));
        JsonNode told = window.next("standing");
        assertThat(told.get("open").asBoolean()).isTrue();
        assertThat(told.get("until").isNull()).isTrue();
        assertThat(told.get("before").isNull()).isTrue();
        assertThat(told.get("with").isNull()).isTrue();
    }

    @Test
    void itHearsWhatChangedAndNothingTwice() {
        Browser window = keep(Browser.greeted(port));
        window.next("standing");
        queues.standings.put(window.visitor(), new Standing(true, SIX, 2, null));
        standings.tellAll();
        JsonNode waiting = window.next("standing");
        assertThat(waiting.get("before").asInt()).isEqualTo(2);
        assertThat(waiting.get("until").asString()).isEqualTo("2026-11-23T17:00:00Z");

        standings.tellAll();
        queues.standings.put(window.visitor(), new Standing(true, SIX, null, "Lotte"));
        standings.tellAll();
        assertThat(window.next("standing").get("with").asString()).isEqualTo("Lotte");
    }

    @Test
    void nobodyHearsOfAnybodyElse() {
        Browser ada = keep(Browser.greeted(port));
        Browser grace = keep(Browser.greeted(port));
        ada.next("standing");
        grace.next("standing");
        queues.standings.put(ada.visitor(), new Standing(true, SIX, 7, "Lotte"));
        standings.tellAll();

        assertThat(ada.next("standing").get("before").asInt()).isEqualTo(7);
        assertThat(grace.hears("standing")).isFalse();
    }

    @Test
    void aWindowIsWelcomeWhileTheStoreCannotTell() {
        queues.away = true;
        Browser window = keep(Browser.greeted(port));
        standings.tellAll();
        assertThat(window.isClosed()).isFalse();

        queues.away = false;
        standings.tellAll();
        assertThat(window.next("standing").get("open").asBoolean()).isTrue();
    }

    @Test
    void whoHasNotSaidHelloHearsNothing() {
        Browser silent = keep(Browser.open(port));
        await().until(() -> sessions.all().size() == 1);
        standings.tellAll();
        silent.hello();
        assertThat(silent.next("standing").get("open").asBoolean()).isTrue();
        assertThat(silent.hears("standing")).isFalse();
    }

    private Browser keep(Browser browser) {
        browsers.add(browser);
        return browser;
    }
}
