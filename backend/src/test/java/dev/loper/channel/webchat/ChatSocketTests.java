package dev.loper.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ChatServerTest
class ChatSocketTests {

    @LocalServerPort
    int port;
    @Autowired
    FakeStore store;
    @Autowired
    MovableClock clock;
    @Autowired
    ChatSessions sessions;
    @Autowired
    ChatSweep sweep;
    @Autowired
    FakeHandovers handovers;

    private final List<Browser> browsers = new ArrayList<>();

    @AfterEach
    void closeAll() {
        store.away = false;
        browsers.forEach(Browser::close);
        await().until(() -> sessions.all().isEmpty());
    }

    @Test
    void anUnknownAccountIsNotFound() {
        assertThat(Browser.refusal(port, "chat-nobody", Browser.SHOP)).isEqualTo(404);
        assertThat(Browser.refusal(port, "", Browser.SHOP)).isEqualTo(404);
    }

    @Test
    void aForeignPageIsRefused() {
        for (String origin : List.of("https://evil.example", "http://shop.example", "https://shop.example.evil.example",
                "https://shop.example:8443", "https://other.example", "null")) {
            assertThat(Browser.refusal(port, "chat-web", origin)).as(origin).isEqualTo(403);
        }
    }

    @Test
    void theOwnPageOfTheServerIsForeignTooUnlessListed() {
        assertThat(Browser.refusal(port, "chat-web", "http://localhost:" + port)).isEqualTo(403);
    }

    @Test
    void anAddressAsksForSixLettersAMinuteHoweverManyVisitorsItIs() {
        clock.advance(Duration.ofHours(1));
        List<String> reasons = new ArrayList<>();
        for (int visitor = 0; visitor < 3; visitor++) {
            Browser browser = keep(Browser.greeted(port));
            for (int i = 0; i < 6; i++) {
                String id = UUID.randomUUID().toString();
                browser.send(
                        "{\"type\":\"go-on\",\"id\":\"" + id + "\",\"to\":\"email\",\"address\":\"victim-" + visitor
                                + i + "@elsewhere.example\"}");
                reasons.add(browser.next("refused").get("reason").asString());
            }
        }
        // Nobody goes on elsewhere here: what got through to there is refused as that.
        assertThat(reasons).filteredOn("bad-frame"::equals).hasSize(6);
        assertThat(reasons).filteredOn("too-fast"::equals).hasSize(12);
    }

    @Test
    void whoStaysHereDeclinesWhatTheyWereOfferedInTheirOwnName() {
        Browser browser = keep(Browser.greeted(port));
        browser.send("{\"type\":\"stay\",\"offer\":\"o-1\"}");
        await().until(() -> handovers.declined.contains(browser.visitor().value() + " o-1"));
        browser.send("{\"type\":\"stay\",\"offer\":\"not an id\"}");
        assertThat(browser.next("refused").get("reason").asString()).isEqualTo("bad-frame");
    }

    @Test
    void theListedPageIsWelcomedInItsLanguage() {
        Browser browser = keep(Browser.open(port, "chat-web", "https://SHOP.example"));
        browser.send("{\"type\":\"hello\",\"language\":\"nl\"}");
        JsonNode welcome = browser.next("welcome");
        assertThat(welcome.get("brand").get("name").asString()).isEqualTo("Lumen");
        assertThat(welcome.get("brand").get("greeting").asString()).startsWith("Waarmee");
        assertThat(welcome.get("visitor").asString()).matches("[\\w-]{22}\\.[\\w-]{43}");
        assertThat(welcome.get("entries").size()).isZero();
        assertThat(welcome.get("more").asBoolean()).isFalse();
        assertThat(welcome.get("name").isNull()).isTrue();
    }

    @Test
    void aFrameBeforeTheHelloClosesTheSocket() {
        Browser browser = keep(Browser.open(port));
        browser.say("Hello?");
        assertThat(browser.next("refused").get("reason").asString()).isEqualTo("bad-frame");
        assertThat(browser.closeCode()).isIn(1008, 1006);
    }

    @Test
    void aSocketThatDoesNotSayHelloIsClosedAfterTenSeconds() {
        Browser silent = keep(Browser.open(port));
        Browser greeted = keep(Browser.greeted(port));
        clock.advance(Duration.ofSeconds(9));
        sweep.sweep();
        assertThat(silent.isClosed()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(silent.closeCode()).isEqualTo(1008);
        assertThat(greeted.isClosed()).isFalse();
    }

    @Test
    void anIdleSocketIsPingedAndLives() {
        Browser browser = keep(Browser.greeted(port));
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(26));
            int pings = i + 1;
            await().until(() -> browser.pings() >= pings);
            await().until(() -> sessions.all().iterator().next().heardAt().isAfter(
                    clock.instant().minusSeconds(10)));
        }
        assertThat(browser.isClosed()).isFalse();
    }

    @Test
    void aSocketThatAnswersNoPingIsClosed() {
        Browser browser = keep(Browser.greeted(port));
        clock.advance(Duration.ofSeconds(76));
        assertThat(browser.closeCode()).isIn(4500, 1006, 1001);
    }

    @Test
    void malformedFramesAreRefusedAndManyOfThemCloseTheSocket() {
        Browser browser = keep(Browser.greeted(port));
        List<String> bad = List.of("", "{", "[]", "null", "7", "{\"type\":\"nonsense\"}", "{}",
                "{\"type\":\"message\"}", "{\"type\":\"message\",\"id\":\"1\",\"text\":\"x\"}",
                "{\"type\":\"history\",\"before\":\"../../x\"}", "{\"type\":\"read\"}", "{\"type\":\"typing\"}",
                "{\"type\":\"message\",\"id\":\"4d6a3ee5-4d79-4b4c-9b1e-2b8f4f5b7f55\",\"text\":{\"a\":1}}",
                "{\"type\":\"message\",\"id\":\"4d6a3ee5-4d79-4b4c-9b1e-2b8f4f5b7f55\",\"text\":\"x\",\"attachments\":[\"forged.x\"]}",
                "{\"a\":".repeat(100) + "1" + "}".repeat(100), "{\"type\":\"hello\"}",
                "{\"type\":\"welcome\",\"visitor\":\"x\"}");
        for (String frame : bad) {
            browser.send(frame);
            assertThat(browser.next("refused").get("reason").asString()).as(frame).isEqualTo("bad-frame");
        }
        assertThat(browser.isClosed()).isFalse();
        for (int i = bad.size(); i < ChatSession.STRIKES; i++) {
            browser.send("{");
        }
        assertThat(browser.closeCode()).isIn(1008, 1006);
    }

    @Test
    void aFrameOfMoreThan64KibClosesTheSocket() {
        Browser browser = keep(Browser.greeted(port));
        browser.send("{\"type\":\"message\",\"x\":\"" + "é".repeat(32 * 1024) + "\"}");
        assertThat(browser.closeCode()).isIn(1009, 1006);
    }

    @Test
    void aFrameInManyPiecesCountsAsOne() {
        Browser browser = keep(Browser.greeted(port));
        browser.sendPiece("{\"type\":\"message\",\"id\":\"4d6a3ee5-4d79-4b4c-9b1e-2b8f4f5b7f55\",", false);
        browser.sendPiece("\"text\":\"" + "x".repeat(5000), false);
        browser.sendPiece("\"}", true);
        assertThat(browser.next("stored")).isNotNull();
        for (int i = 0; i < 13; i++) {
            browser.sendPiece("x".repeat(5000), false);
        }
        browser.sendPiece("x".repeat(5000), false);
        assertThat(browser.closeCode()).isIn(1009, 1006);
    }

    @Test
    void aBinaryFrameClosesTheSocket() {
        Browser browser = keep(Browser.greeted(port));
        browser.sendBinary(new byte[10]);
        // 1006: the line was down before the reason came over it.
        assertThat(browser.closeCode()).isIn(1003, 1006);
    }

    @Test
    void aFloodOfFramesClosesTheSocket() {
        Browser browser = keep(Browser.greeted(port));
        for (int i = 0; i < 300 && !browser.isClosed(); i++) {
            browser.trySend("{\"type\":\"typing\",\"on\":true}");
        }
        assertThat(browser.next("refused").get("reason").asString()).isEqualTo("too-fast");
        assertThat(browser.closeCode()).isIn(1008, 1006);
    }

    @Test
    void windowsOfOneAddressAreLimited() {
        Browser first = keep(Browser.open(port, "chat-few", "https://few.example"));
        first.hello();
        keep(Browser.open(port, "chat-few", "https://few.example")).hello();
        assertThat(keep(Browser.open(port, "chat-few", "https://few.example")).closeCode()).isEqualTo(1008);
        first.close();
        await().until(() -> sessions.all().size() == 1);
        assertThat(keep(Browser.open(port, "chat-few", "https://few.example")).hello()).isNotNull();
    }

    @Test
    void windowsOfOneVisitorAreLimited() {
        Browser browser = keep(Browser.greeted(port));
        keep(Browser.open(port)).hello(browser.token());
        keep(Browser.open(port)).hello(browser.token());
        Browser fourth = keep(Browser.open(port));
        fourth.send("{\"type\":\"hello\",\"visitor\":\"" + browser.token() + "\"}");
        assertThat(fourth.next("refused").get("reason").asString()).isEqualTo("too-fast");
        assertThat(fourth.closeCode()).isEqualTo(1008);
    }

    @Test
    void whileTheStoreIsAwayAReturningVisitorIsAskedToComeBack() {
        Browser browser = keep(Browser.greeted(port));
        store.away = true;
        Browser again = keep(Browser.open(port));
        again.send("{\"type\":\"hello\",\"visitor\":\"" + browser.token() + "\"}");
        JsonNode refused = again.next("refused");
        assertThat(refused.get("reason").asString()).isEqualTo("unavailable");
        assertThat(refused.get("retryAfterMs").asLong()).isPositive();
        assertThat(again.closeCode()).isEqualTo(1013);
    }

    private Browser keep(Browser browser) {
        browsers.add(browser);
        return browser;
    }
}
