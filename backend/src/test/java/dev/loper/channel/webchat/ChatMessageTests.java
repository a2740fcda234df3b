package dev.loper.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Email;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ChatServerTest
class ChatMessageTests {

    @LocalServerPort
    int port;
    @Autowired
    FakeStore store;
    @Autowired
    ChatDeadLetters deadLetters;

    @AfterEach
    void storeIsBack() {
        store.away = false;
        store.beforeAccept = () -> {};
    }

    @Test
    void aMessageIsHandedInAsTheVisitorsAndAcknowledged() {
        try (Browser browser = Browser.greeted(port)) {
            String id = browser.say("Where is my order?");
            JsonNode stored = browser.next("stored");
            assertThat(stored.get("id").asString()).isEqualTo(id);
            assertThat(stored.get("entry").asString()).isNotEmpty();
            ChannelMessage message = store.accepted.getLast();
            assertThat(message.from()).isEqualTo(browser.visitor());
            assertThat(message.providerId()).isEqualTo(browser.visitor().value() + ":" + id);
            assertThat(message.level()).isEqualTo(Level.OBSERVED);
            assertThat(message.channel()).isEqualTo(ChannelKind.CHAT);
            assertThat(message.text()).isEqualTo("Where is my order?");
        }
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsDurable() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch durable = new CountDownLatch(1);
        store.beforeAccept = () -> {
            reached.countDown();
            awaitLatch(durable);
        };
        try (Browser browser = Browser.greeted(port)) {
            browser.say("Hello");
            reached.await();
            await().during(Duration.ofMillis(300)).until(() -> !browser.hears("stored"));
            durable.countDown();
            assertThat(browser.next("stored")).isNotNull();
        }
    }

    @Test
    void aResendAfterALostAckGetsTheSameAnswerAndOneEntry() {
        try (Browser first = Browser.greeted(port)) {
            String id = first.say("Once");
            JsonNode stored = first.next("stored");
            first.close();
            try (Browser second = Browser.open(port)) {
                second.hello(first.token());
                second.say(id, "Once");
                JsonNode again = second.next("stored");
                assertThat(again).isEqualTo(stored);
            }
            assertThat(store.accepted.stream().filter(one -> one.providerId().endsWith(id))).hasSize(1);
        }
    }

    @Test
    void theSameClientIdOfAnotherVisitorIsAnotherMessage() {
        try (Browser ada = Browser.greeted(port); Browser bob = Browser.greeted(port)) {
            String id = ada.say("Mine");
            String adas = ada.next("stored").get("entry").asString();
            bob.say(id, "Also mine");
            assertThat(bob.next("stored").get("entry").asString()).isNotEqualTo(adas);
        }
    }

    @Test
    void whileTheStoreIsAwayAMessageIsRefusedAndTheSameOneIsTakenLater() {
        try (Browser browser = Browser.greeted(port)) {
            store.away = true;
            String id = browser.say("Are you there?");
            JsonNode refused = browser.next("refused");
            assertThat(refused.get("id").asString()).isEqualTo(id);
            assertThat(refused.get("reason").asString()).isEqualTo("unavailable");
            assertThat(refused.get("retryAfterMs").asLong()).isPositive();
            store.away = false;
            browser.say(id, "Are you there?");
            assertThat(browser.next("stored").get("id").asString()).isEqualTo(id);
        }
    }

    @Test
    void aMessageOfMoreThan8000CharactersIsTooLong() {
        try (Browser browser = Browser.greeted(port)) {
            String id = browser.say("x".repeat(8001));
            JsonNode refused = browser.next("refused");
            assertThat(refused.get("reason").asString()).isEqualTo("too-long");
            assertThat(refused.get("id").asString()).isEqualTo(id);
            browser.say("é".repeat(8000));
            assertThat(browser.next("stored")).isNotNull();
        }
    }

    @Test
    void controlCharactersAreNotStored() {
        try (Browser browser = Browser.greeted(port)) {
            browser.send("{\"type\":\"message\",\"id\":\"" + UUID.randomUUID()
                    + "\",\"text\":\"a\\u0000b\\u0007c\\r\\nd\\te\\ud800f 👍\"}");
            browser.next("stored");
            assertThat(store.accepted.getLast().text()).isEqualTo("abc\nd\tef 👍");
        }
    }

    @Test
    void aMessageThatSaysNothingIsABadFrame() {
        try (Browser browser = Browser.greeted(port)) {
            String id = browser.say(" \n ");
            JsonNode refused = browser.next("refused");
            assertThat(refused.get("reason").asString()).isEqualTo("bad-frame");
            assertThat(refused.get("id").asString()).isEqualTo(id);
        }
    }

    @Test
    void aVisitorWhoWritesTooFastIsAskedToWait() {
        try (Browser browser = Browser.greeted(port)) {
            for (int i = 0; i < 40; i++) {
                browser.say("Flood " + i);
            }
            JsonNode refused = browser.next("refused");
            assertThat(refused.get("reason").asString()).isEqualTo("too-fast");
            assertThat(refused.get("retryAfterMs").asLong()).isBetween(1L, 60_000L);
            assertThat(store.accepted.stream().filter(one -> one.from().equals(browser.visitor()))).hasSizeBetween(30,
                    32);
        }
    }

    @Test
    void aMessageTheIntakeChokesOnIsKeptAsADeadLetterAndCanBeReplayed() {
        store.beforeAccept = () -> {
            throw new IllegalStateException("It cannot be.");
        };
        try (Browser browser = Browser.greeted(port)) {
            String id = browser.say("Poison");
            assertThat(browser.next("refused").get("reason").asString()).isEqualTo("bad-frame");
            assertThat(store.dead.getLast()).contains("Poison");
            store.beforeAccept = () -> {};
            deadLetters.replay(new AccountId("chat-web"), Instant.EPOCH,
                    store.dead.getLast().getBytes(StandardCharsets.UTF_8), Map.of());
            assertThat(store.accepted.getLast().providerId()).isEqualTo(browser.visitor().value() + ":" + id);
        }
    }

    @Test
    void detailsBecomeAClaimAndTheNameOfLaterMessages() {
        try (Browser browser = Browser.greeted(port)) {
            browser.send("{\"type\":\"details\",\"name\":\" Ada  Lovelace \",\"email\":\"Ada@Example.com\"}");
            browser.next("details-stored");
            assertThat(store.claims.get(browser.visitor())).singleElement().satisfies(claim -> {
                assertThat(claim.name()).isEqualTo("Ada Lovelace");
                assertThat(claim.email()).isEqualTo(new Email("ada@example.com"));
                assertThat(claim.language()).isEqualTo("en");
            });
            browser.say("Hello");
            browser.next("stored");
            assertThat(store.accepted.getLast().fromName()).isEqualTo("Ada Lovelace");
            try (Browser again = Browser.open(port)) {
                assertThat(again.hello(browser.token()).get("name").asString()).isEqualTo("Ada Lovelace");
            }
        }
    }

    @Test
    void anAddressThatIsNoneIsNotClaimed() {
        try (Browser browser = Browser.greeted(port)) {
            browser.send("{\"type\":\"details\",\"email\":\"ada@localhost\\nbcc: x\"}");
            assertThat(browser.next("refused").get("reason").asString()).isEqualTo("bad-frame");
            assertThat(store.claims).doesNotContainKey(browser.visitor());
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
