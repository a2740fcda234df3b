package dev.loper.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ChatServerTest
class ChatProofTests {

    private static final String SECRET = "a-secret-of-the-shop-0123456789abcdef";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeProof proof;

    @Autowired
    private Clock clock;

    @Test
    void aCodeIsSentAndTypedAndTheAnswerIsTheSameForEveryAddress() {
        try (Browser browser = Browser.greeted(port)) {
            browser.send("{\"type\":\"code\",\"email\":\" Ada@Example.com \"}");
            assertThat(browser.next("code-sent").size()).isEqualTo(1);
            assertThat(proof.sent).contains("ada@example.com en Lumen");
            browser.send("{\"type\":\"prove\",\"code\":\"000 000\"}");
            assertThat(browser.next("proven").get("right").asBoolean()).isFalse();
            browser.send("{\"type\":\"prove\",\"code\":\"123 456\"}");
            assertThat(browser.next("proven").get("right").asBoolean()).isTrue();
        }
    }

    @Test
    void aCodeGoesToANumberAsATextMessageAFewTimesAnHourFromOneNetworkAddress() {
        int refused = 0;
        for (int visitor = 0; visitor < 9; visitor++) {
            try (Browser browser = Browser.greeted(port)) {
                browser.send("{\"type\":\"code\",\"phone\":\"06 1234560" + visitor + "\"}");
                refused += browser.next("code-sent", "refused").has("reason") ? 1 : 0;
            }
        }
        assertThat(refused).isEqualTo(3);
        assertThat(proof.sent).contains("+31612345600 en Lumen").doesNotContain("+31612345608 en Lumen");
    }

    @Test
    void noAddressAndNoDigitsAreRefused() {
        try (Browser browser = Browser.greeted(port)) {
            browser.send("{\"type\":\"code\",\"email\":\"nobody\"}");
            assertThat(browser.next("refused").get("reason").asString()).isEqualTo("bad-frame");
            browser.send("{\"type\":\"prove\",\"code\":\"123456 or 1=1\"}");
            assertThat(browser.next("proven").get("right").asBoolean()).isFalse();
        }
    }

    @Test
    void whoGuessesIsStopped() {
        try (Browser browser = Browser.greeted(port)) {
            for (int i = 0; i < 6; i++) {
                browser.send("{\"type\":\"prove\",\"code\":\"00000" + i + "\"}");
                browser.next("proven");
            }
            browser.send("{\"type\":\"prove\",\"code\":\"123456\"}");
            assertThat(browser.next("refused", "proven").get("reason").asString()).isEqualTo("too-fast");
        }
    }

    @Test
    void whoIsSignedInOnTheSiteIsKnownByThatAndSomebodyElseInTheSameBrowserIsSomebodyElse() {
        String first;
        try (Browser browser = Browser.open(port)) {
            first = welcome(browser, "", Signed.plain(SECRET, "4711", soon()));
            assertThat(proof.logins).hasEntrySatisfying(browserVisitor(first),
                    login -> assertThat(login.user()).isEqualTo("4711"));
        }
        try (Browser browser = Browser.open(port)) {
            assertThat(welcome(browser, first, Signed.plain(SECRET, "4711", soon()))).isEqualTo(first);
        }
        try (Browser browser = Browser.open(port)) {
            assertThat(welcome(browser, first, Signed.plain(SECRET, "4712", soon()))).isNotEqualTo(first);
        }
    }

    @Test
    void aForgedLoginIsNone() {
        try (Browser browser = Browser.open(port)) {
            String token = welcome(browser, "", Signed.plain("x".repeat(40), "4711", soon()));
            assertThat(proof.logins).doesNotContainKey(browserVisitor(token));
        }
    }

    @Test
    void theFirstMessageDrawsWhatWasProvenBefore() {
        try (Browser browser = Browser.greeted(port)) {
            browser.say("Hello");
            browser.next("stored");
            await().until(() -> proof.known.contains(browser.visitor().value()));
        }
    }

    private long soon() {
        return clock.instant().getEpochSecond() + 600;
    }

    private static String welcome(Browser browser, String token, String login) {
        browser.send("{\"type\":\"hello\",\"visitor\":\"" + token + "\",\"login\":\"" + login + "\"}");
        return browser.next("welcome").get("visitor").asString();
    }

    private static dev.loper.message.ChannelAddress.Visitor browserVisitor(String token) {
        return new dev.loper.message.ChannelAddress.Visitor(token.substring(0, 22));
    }
}
