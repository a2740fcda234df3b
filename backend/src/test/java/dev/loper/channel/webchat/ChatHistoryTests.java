package dev.loper.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.channel.Typing;
import dev.loper.channel.VisitorNews;
import dev.loper.channel.VisitorTimeline;
import dev.loper.channel.VisitorTimeline.Item;
import dev.loper.channel.VisitorTimeline.Type;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelAddress.Email;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ChatServerTest
class ChatHistoryTests {

    private static final AccountId WEB = new AccountId("chat-web");

    @LocalServerPort
    int port;
    @Autowired
    FakeStore store;
    @Autowired
    VisitorNews news;
    @Autowired
    ChatSessions sessions;
    @Autowired
    VisitorTokens tokens;
    @Autowired
    ChatTestApplication.TypingSeen typing;

    private final Browser ada;

    ChatHistoryTests(@LocalServerPort int port) {
        ada = Browser.greeted(port);
    }

    @AfterEach
    void close() {
        ada.close();
        store.away = false;
    }

    @Test
    void anAnswerReachesEveryWindowOfTheVisitorAndNobodyElse() {
        try (Browser tab = Browser.open(port); Browser bob = Browser.greeted(port)) {
            tab.hello(ada.token());
            EntryId answer = store.answer(ada.visitor(), "It is on its way.", Delivery.SENT);
            for (Browser window : List.of(ada, tab)) {
                JsonNode entry = window.next("entry").get("entry");
                assertThat(entry.get("id").asString()).isEqualTo(answer.value());
                assertThat(entry.get("from").asString()).isEqualTo("agent");
                assertThat(entry.get("name").asString()).isEqualTo("Lotte");
                assertThat(entry.get("text").asString()).isEqualTo("It is on its way.");
                assertThat(entry.get("withdrawn").asBoolean()).isFalse();
            }
            bob.say("sync");
            bob.next("stored");
            assertThat(bob.all()).noneMatch(frame -> frame.contains("on its way"));
        }
    }

    @Test
    void theVisitorsOwnMessageComesToTheOtherWindowWithItsClientId() {
        try (Browser tab = Browser.open(port)) {
            tab.hello(ada.token());
            String id = ada.say("From the first window");
            JsonNode entry = tab.next("entry").get("entry");
            assertThat(entry.get("clientId").asString()).isEqualTo(id);
            assertThat(entry.get("from").asString()).isEqualTo("visitor");
        }
    }

    @Test
    void anAnswerThatCanStillBeUndoneIsNotShown() {
        EntryId answer = store.answer(ada.visitor(), "Oops", Delivery.QUEUED);
        store.deliver(ada.visitor(), answer, Delivery.WITHDRAWN);
        EntryId second = store.answer(ada.visitor(), "Rather this", Delivery.QUEUED);
        store.deliver(ada.visitor(), second, Delivery.SENDING);
        store.deliver(ada.visitor(), second, Delivery.SENT);
        assertThat(ada.next("entry").get("entry").get("text").asString()).isEqualTo("Rather this");
        assertThat(ids(history(again()))).containsExactly(second.value());
    }

    @Test
    void aReturningVisitorGetsTheNewestThirtyOldestFirstAndTheRestOnAsking() {
        for (int i = 0; i < 45; i++) {
            store.answer(ada.visitor(), "Answer " + i, Delivery.SENT);
        }
        try (Browser back = Browser.open(port)) {
            JsonNode welcome = back.hello(ada.token());
            assertThat(texts(welcome)).hasSize(30).startsWith("Answer 15").endsWith("Answer 44");
            assertThat(welcome.get("more").asBoolean()).isTrue();
            assertThat(welcome.get("cursor").asString()).isEqualTo(ids(welcome).getLast());
            back.send("{\"type\":\"history\",\"before\":\"" + ids(welcome).getFirst() + "\"}");
            JsonNode older = back.next("history");
            assertThat(texts(older)).hasSize(15).startsWith("Answer 0").endsWith("Answer 14");
            assertThat(older.get("more").asBoolean()).isFalse();
        }
    }

    @Test
    void nothingButTheVisitorsOwnChatIsShown() {
        Visitor visitor = ada.visitor();
        put(visitor, Type.NOTE, null, null, null, "A note");
        put(visitor, Type.SYSTEM, null, null, null, "Assigned");
        put(visitor, Type.NOTE, ChannelKind.CHAT, WEB, visitor, "A note on the chat");
        put(visitor, Type.MESSAGE, ChannelKind.EMAIL, new AccountId("email-support"), new Email("ada@example.com"),
                "A mail of Ada's");
        put(visitor, Type.MESSAGE, ChannelKind.CHAT, WEB, tokens.mint(), "From her other browser");
        put(visitor, Type.MESSAGE, ChannelKind.CHAT, new AccountId("chat-other"), visitor, "On another site");
        store.answer(visitor, "Failed", Delivery.FAILED);
        EntryId own = store.answer(visitor, "Hers", Delivery.READ);
        assertThat(ada.next("entry").get("entry").get("text").asString()).isEqualTo("Hers");
        assertThat(ids(history(again()))).containsExactly(own.value());
    }

    @Test
    void manyForeignEntriesBetweenDoNotHideTheOlderOnes() {
        EntryId old = store.answer(ada.visitor(), "Long ago", Delivery.SENT);
        for (int i = 0; i < 300; i++) {
            put(ada.visitor(), Type.NOTE, null, null, null, "Note " + i);
        }
        assertThat(ids(history(again()))).containsExactly(old.value());
    }

    @Test
    void aForgedTokenGetsANewVisitorAndNoHistory() {
        store.answer(ada.visitor(), "Secret", Delivery.SENT);
        String id = ada.visitor().value();
        String mac = ada.token().substring(23);
        String ofAnotherKey = new VisitorTokens(new SecretKeySpec(new byte[]{1}, "HmacSHA256"),
                new java.util.Random()).tokenOf(WEB, ada.visitor());
        List<String> forged = List.of(id, id + ".", id + "." + "A".repeat(43), ofAnotherKey, "x" + ada.token(),
                ada.token() + "x", id + "." + mac.substring(0, 42) + (mac.endsWith("A") ? "B" : "A"),
                tokens.mint().value() + "." + mac, tokens.tokenOf(new AccountId("chat-other"), ada.visitor()), "");
        for (String token : forged) {
            try (Browser thief = Browser.open(port)) {
                JsonNode welcome = thief.hello(token);
                assertThat(welcome.get("entries").size()).as(token).isZero();
                assertThat(thief.visitor()).as(token).isNotEqualTo(ada.visitor());
                assertThat(welcome.toString()).doesNotContain(ada.token());
            }
        }
    }

    @Test
    void anotherVisitorsEntryIdsOpenAndReportNothing() {
        EntryId secret = store.answer(ada.visitor(), "Secret", Delivery.SENT);
        try (Browser bob = Browser.greeted(port)) {
            bob.send("{\"type\":\"history\",\"before\":\"" + secret + "9\"}");
            assertThat(bob.next("history").get("entries").size()).isZero();
            bob.send("{\"type\":\"read\",\"entry\":\"" + secret + "\"}");
            bob.send("{\"type\":\"received\",\"entry\":\"" + secret + "\"}");
            bob.say("sync");
            bob.next("stored");
            assertThat(store.receipts).noneMatch(receipt -> receipt.providerId().equals(secret.value()));
        }
    }

    @Test
    void receiptsReportTheAnswersUpToAnEntryOnce() {
        store.receipts.clear();
        EntryId read = store.answer(ada.visitor(), "Read before", Delivery.READ);
        EntryId first = store.answer(ada.visitor(), "First", Delivery.SENT);
        EntryId second = store.answer(ada.visitor(), "Second", Delivery.SENT);
        EntryId third = store.answer(ada.visitor(), "Third", Delivery.SENT);
        ada.send("{\"type\":\"received\",\"entry\":\"" + third + "\"}");
        await().until(() -> store.receipts.size() == 3);
        assertThat(store.receipts).allMatch(receipt -> receipt.state() == Delivery.DELIVERED).extracting(
                receipt -> receipt.providerId()).containsExactlyInAnyOrder(first.value(), second.value(),
                        third.value());
        store.receipts.clear();
        ada.send("{\"type\":\"read\",\"entry\":\"" + second + "\"}");
        await().until(() -> store.receipts.size() == 2);
        assertThat(store.receipts).allMatch(
                receipt -> receipt.state() == Delivery.READ && receipt.account().equals(WEB)).noneMatch(
                        receipt -> receipt.providerId().equals(third.value())
                                || receipt.providerId().equals(read.value()));
    }

    @Test
    void whatHappensWhileTheHistoryIsReadIsToldAfterTheWelcome() {
        Visitor visitor = ada.visitor();
        EntryId[] meanwhile = new EntryId[1];
        store.afterPage = () -> {
            store.afterPage = () -> {};
            meanwhile[0] = store.answer(visitor, "Meanwhile", Delivery.SENT);
        };
        try (Browser back = Browser.open(port)) {
            back.send("{\"type\":\"hello\",\"visitor\":\"" + ada.token() + "\"}");
            assertThat(back.next("welcome").get("entries").size()).isZero();
            assertThat(back.next("entry").get("entry").get("id").asString()).isEqualTo(meanwhile[0].value());
        }
    }

    @Test
    void typingGoesBothWays() {
        news.agentTyping(ada.visitor(), "Lotte", Typing.STARTED);
        JsonNode frame = ada.next("typing");
        assertThat(frame.get("name").asString()).isEqualTo("Lotte");
        assertThat(frame.get("on").asBoolean()).isTrue();
        ada.send("{\"type\":\"typing\",\"on\":true}");
        ada.send("{\"type\":\"typing\",\"on\":false}");
        await().until(() -> typing.seen().containsAll(
                List.of(ada.visitor().value() + " STARTED", ada.visitor().value() + " STOPPED")));
    }

    @Test
    void whatAnAgentHasReadIsSeen() {
        ada.say("Hello");
        String entry = ada.next("stored").get("entry").asString();
        news.agentRead(ada.visitor(), new EntryId(entry));
        assertThat(ada.next("seen").get("entry").asString()).isEqualTo(entry);
    }

    @Test
    void anOfferThatIsOpenNoMoreIsToldToTheirWindow() {
        news.offerEnded(ada.visitor(), "o-1");
        assertThat(ada.next("over").get("offer").asString()).isEqualTo("o-1");
    }

    @Test
    void whoComesBackIsToldHowFarAnAgentHasRead() {
        ada.say("Hello");
        String entry = ada.next("stored").get("entry").asString();
        try (Browser before = back()) {
            assertThat(before.next("welcome").get("seen").isNull()).isTrue();
        }
        store.read.put(ada.visitor(), new EntryId(entry));
        try (Browser after = back()) {
            assertThat(after.next("welcome").get("seen").asString()).isEqualTo(entry);
        }
    }

    private Browser back() {
        Browser browser = Browser.open(port);
        browser.send("{\"type\":\"hello\",\"visitor\":\"" + ada.token() + "\"}");
        return browser;
    }

    @Test
    void aPushThatCannotBeReadFromTheStoreClosesTheWindowSoThatItComesBack() {
        store.away = true;
        news.entryChanged(ada.visitor(), new EntryId("1"));
        assertThat(ada.closeCode()).isEqualTo(1013);
    }

    @Test
    void aWindowThatTakesNothingHoldsUpNobody() {
        try (Browser stuck = Browser.greeted(port)) {
            stuck.stopReading();
            for (int i = 0; i < 3000; i++) {
                store.answer(stuck.visitor(), "x".repeat(8000), Delivery.SENT);
            }
            store.answer(ada.visitor(), "Prompt", Delivery.SENT);
            assertThat(ada.next("entry").get("entry").get("text").asString()).isEqualTo("Prompt");
            await().atMost(Duration.ofSeconds(30)).until(() -> !isOpen(stuck.visitor()));
        }
    }

    @Test
    void aPromiseIsToldWithHowItStandsInWordsWhereItsMomentIsNamedNoMore() {
        store.put(ada.visitor(), new Item(store.newId(), Type.MESSAGE, ChannelKind.CHAT, WEB, ada.visitor(), null,
                new Author(Author.Kind.AGENT, "p1", "Lotte"), "You will hear from me", Instant.now(), List.of(), null,
                new VisitorTimeline.Promised("due-soon", Instant.EPOCH, "Later than promised")));
        JsonNode promise = history(again()).at("/entries/0/promise");
        assertThat(promise.get("state").asString()).isEqualTo("due-soon");
        assertThat(promise.get("says").asString()).isEqualTo("Later than promised");
    }

    private boolean isOpen(Visitor visitor) {
        return sessions.all().stream().anyMatch(
                session -> session.guest() instanceof ChatSession.Guest guest && guest.visitor().equals(visitor));
    }

    private Browser again() {
        return Browser.open(port);
    }

    private JsonNode history(Browser window) {
        try (window) {
            return window.hello(ada.token());
        }
    }

    private void put(Visitor visitor, Type type, @Nullable ChannelKind channel, @Nullable AccountId account,
            @Nullable ChannelAddress address, String text) {
        store.put(visitor, new Item(store.newId(), type, channel, account, address, null,
                new Author(Author.Kind.AGENT, "p1", "Lotte"), text, Instant.now(), List.of(), null, null));
    }

    private static List<String> ids(JsonNode frame) {
        return StreamSupport.stream(frame.get("entries").spliterator(), false).map(
                entry -> entry.get("id").asString()).toList();
    }

    private static List<String> texts(JsonNode frame) {
        return StreamSupport.stream(frame.get("entries").spliterator(), false).map(
                entry -> entry.get("text").asString()).toList();
    }
}
