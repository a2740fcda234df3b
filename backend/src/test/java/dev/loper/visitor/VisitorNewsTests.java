package dev.loper.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.Given;
import dev.loper.channel.Typing;
import dev.loper.channel.VisitorHandovers;
import dev.loper.channel.VisitorNews;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.TopicRead;
import dev.loper.channel.Insiders;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.feed.Change.EntryChanged;
import dev.loper.feed.Cursor;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.promise.PromiseCards;
import dev.loper.push.AgentTyped;
import dev.loper.redis.RedisPublisher;
import dev.loper.redis.RedisServer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// What passes between a visitor's window and the agents' screens, over a real Redis.
class VisitorNewsTests {

    private static final Visitor GRACE = new Visitor("v-grace");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final ConversationFixture ada = new ConversationFixture(fresh, Given.VISITOR);
    private final Customers customers = new Customers(fresh.store(), fresh.keys());
    private final RedisPublisher publisher = new RedisPublisher(fresh.store(), fresh.keys());
    private final RedisVisitorMarks marks = new RedisVisitorMarks(fresh.store(), fresh.keys());
    private final Window window = new Window();
    private final AgentReading reading = new AgentReading(ada.timeline(), marks, publisher, window);
    private final AgentTyping typing = new AgentTyping(customers, ada.conversations(), publisher, window);
    private final List<String> screens = new CopyOnWriteArrayList<>();
    private final VisitorTyping visitors = new VisitorTyping(customers,
            (conversation, customer, name, state) -> screens.add(conversation + " " + state));

    @BeforeEach
    void adaWrites() {
        ada.says("Is it oak?");
        publisher.start();
        await().until(() -> fresh.redis().publish(fresh.keys().published("agent-read"), "") > 0);
    }

    @AfterEach
    void stop() {
        publisher.stop();
    }

    @Test
    void whatAnAgentReadIsToldOnceAndRemembered() {
        Entry second = ada.says("Or ash?");
        read(second.id());
        read(second.id());

        await().until(() -> !window.news.isEmpty());
        assertThat(window.news).containsExactly("v-ada read " + second.id());
        assertThat(marks.of(Given.VISITOR)).contains(second.id());
    }

    @Test
    void readingOurOwnAnswerMeansTheirMessageBeforeIt() {
        EntryId theirs = ada.entries().getLast().id();
        read(ada.answers("It is ash.").id());
        assertThat(marks.of(Given.VISITOR)).contains(theirs);
    }

    @Test
    void readingWhatIsOlderMovesNothingBack() {
        EntryId first = ada.entries().getLast().id();
        EntryId second = ada.says("Or ash?").id();
        read(second);
        read(first);
        assertThat(marks.of(Given.VISITOR)).contains(second);
    }

    @Test
    void anAgentsTypingIsToldToTheVisitorOfThatConversation() {
        typing.typed(new AgentTyped(ada.conversation().id(), Given.VISITOR, "Lotte", Typing.STARTED));
        await().until(() -> window.news.contains("v-ada Lotte STARTED"));
    }

    @Test
    void andToNoVisitorOfAnotherOne() {
        new ConversationFixture(fresh, GRACE).says("Hello");
        typing.typed(new AgentTyped(ada.conversation().id(), GRACE, "Lotte", Typing.STARTED));
        typing.typed(new AgentTyped(new ConversationId("v-none"), Given.VISITOR, "Lotte", Typing.STARTED));
        typing.typed(new AgentTyped(ada.conversation().id(), Given.VISITOR, "Lotte", Typing.STOPPED));
        await().until(() -> !window.news.isEmpty());
        assertThat(window.news).containsExactly("v-ada Lotte STOPPED");
    }

    @Test
    void aVisitorsTypingIsToldToTheScreensOfTheirConversation() {
        visitors.visitorTyping(new AccountId("chat-web"), Given.VISITOR, Typing.STARTED);
        assertThat(screens).containsExactly(ada.conversation().id() + " STARTED");
    }

    @Test
    void oneWhoNeverWroteIsToldToNobody() {
        visitors.visitorTyping(new AccountId("chat-web"), GRACE, Typing.STARTED);
        assertThat(screens).isEmpty();
    }

    @Test
    void anOfferTheyAskedForIsToldToTheirWindowOnceItIsOpenNoMore() {
        EntryBody.Event asked = EntryBody.Event.ofHandover("handover-offered",
                new EntryBody.HandoverRef("o-1", "chat", "voice", null), null, Instant.EPOCH);
        ada.tells(EntryBody.told(Author.SYSTEM, asked, "offer-1"));
        Entry line = ada.entries().getLast();
        EntryChanged changed = new EntryChanged(1, ada.conversation().id(), line.home(), line.topic(), line.id(),
                List.of(), true);

        follower(Map.of("o-1", Instant.EPOCH)).changed(List.of(changed), Cursor.UNKNOWN);
        assertThat(window.news).isEmpty();
        follower(Map.of()).changed(List.of(changed), Cursor.UNKNOWN);
        assertThat(window.news).containsExactly("v-ada over o-1");
    }

    @Test
    void whatGoesToAnAddressSomebodyOnlyTypedIsNoVisitorsAndHoldsNothingUp() {
        ada.tells(new EntryBody("system", "email", "email-support", null, null, List.of(), List.of(), null, "A promise",
                null, null, Author.SYSTEM, null, List.of(), null, "c-1", null, "claimed/email:ada@example.com", null,
                null));
        Entry mail = ada.entries().getLast();
        follower(Map.of()).changed(List.of(new EntryChanged(1, ada.conversation().id(), mail.home(), mail.topic(),
                mail.id(), List.of(), true)), Cursor.UNKNOWN);
        assertThat(window.news).isEmpty();
    }

    private VisitorFollower follower(Map<String, Instant> open) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("handovers", new Offered(open)));
        RedisVisitorDetails details = new RedisVisitorDetails(fresh.store(), fresh.keys(), customers,
                new CustomerDetails(fresh.store(), fresh.keys()), beans.getBeanProvider(Insiders.class));
        return new VisitorFollower(ada.timeline(), window, details, customers, ada.conversations(),
                beans.getBeanProvider(VisitorHandovers.class),
                beans.getBeanProvider(PromiseCards.class));
    }

    private void read(EntryId upTo) {
        reading.read(new TopicRead(ada.conversation(), ada.topic(), upTo));
    }

    /// What is open, and nothing else.
    private record Offered(Map<String, Instant> open) implements VisitorHandovers {

        @Override
        public List<ChannelKind> ways(AccountId account) {
            return List.of();
        }

        @Override
        public Optional<Way> offer(Visitor visitor, ChannelKind to, @Nullable String typed, String id) {
            return Optional.empty();
        }

        @Override
        public Map<String, Instant> open(Collection<String> offers) {
            return open;
        }

        @Override
        public void decline(Visitor visitor, String offer) {}
    }

    /// The windows of all visitors, as far as they are told anything here.
    private static final class Window implements VisitorNews {

        private final List<String> news = new CopyOnWriteArrayList<>();

        @Override
        public void entryChanged(Visitor visitor, EntryId entry) {}

        @Override
        public void agentTyping(Visitor visitor, String name, Typing state) {
            news.add(visitor.value() + " " + name + " " + state);
        }

        @Override
        public void agentRead(Visitor visitor, EntryId upTo) {
            news.add(visitor.value() + " read " + upTo);
        }

        @Override
        public void offerEnded(Visitor visitor, String offer) {
            news.add(visitor.value() + " over " + offer);
        }

        @Override
        public void restarted() {}
    }
}
