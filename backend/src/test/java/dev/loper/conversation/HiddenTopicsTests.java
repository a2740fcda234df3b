package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.Given;
import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Viewer;
import dev.loper.customer.Customers;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import dev.loper.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A customer who is talking with two departments, and what people of one of them find in the conversation.
class HiddenTopicsTests {

    private static final QueueId BILLING = new QueueId("billing");
    private static final Viewer ORDERS = viewer("orders", new Queues.Only(Set.of(new QueueId("orders"))));
    private static final Viewer BOTH = viewer("both", Queues.all());
    private static final Viewer NEITHER = viewer("neither", new Queues.Only(Set.of(new QueueId("returns"))));

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Topics topics = new Topics(fresh.store(), fresh.keys());
    private final Conversations all = new Conversations(fresh.store(), fresh.keys());
    private final Timeline timeline = new RedisTimeline(fresh.store(), fresh.keys());
    private final Customers customers = new Customers(fresh.store(), fresh.keys());
    private final TopicCommands commands = new TopicCommands(fresh.store(), fresh.keys());
    private final VisibleConversations conversations = new VisibleConversations(all, topics,
            new InboxItems(topics, customers, new ReadMarks(fresh.store(), fresh.keys()), new Access()));
    private final InboundStore inbound = new InboundStore(fresh.store(), fresh.keys(), customers,
            message -> new QueueChoice.Route(new QueueId("orders"), null));

    private Conversation conversation;
    private TopicId order;
    private TopicId bill;

    /// Ada asks of her order, then of her bill, which an agent moves to a topic of its own in another queue.
    @BeforeEach
    void twoMatters() {
        Appended.Stored first = says("Where is my order?");
        conversation = all.find(first.conversation()).orElseThrow();
        order = first.topic();
        Appended.Stored second = says("And my bill is wrong.");
        bill = ((Moved.Done) new EntryMover(fresh.store(), fresh.keys(), timeline).move(conversation, second.entry(),
                null, "Bill")).to();
        commands.moveTo(new EntryBody.QueueRef("billing", "Billing"), conversation, bill, null, "Paid twice.",
                ConversationFixture.LOTTE);
    }

    @Test
    void entriesOfHiddenTopicsCollapseAndSayNothing() {
        List<EntryView> read = read(ORDERS);

        assertThat(read).extracting(EntryView::type).containsExactly("hidden", "message");
        assertThat(read.getFirst()).isEqualTo(EntryView.hidden(entries().getFirst()));
        assertThat(read.toString()).doesNotContain("bill").doesNotContain("Paid twice").doesNotContain(
                "Lotte").doesNotContain(bill.value());
    }

    @Test
    void eachRunOfThemIsOnePlaceholder() {
        says("Thanks, about the bill", bill);
        says("It arrived!", order);
        says("And the bill?", bill);

        assertThat(read(ORDERS)).extracting(EntryView::type).containsExactly("hidden", "message", "hidden", "message");
        assertThat(read(BOTH)).extracting(EntryView::type).containsExactly("message", "message", "message", "system",
                "message", "message");
    }

    @Test
    void aHiddenTopicIsNotThereByItsIdEither() {
        notThere(() -> conversations.topic(bill.value(), ORDERS));
        assertThat(conversations.topics(conversation, ORDERS)).extracting(Topic::id).containsExactly(order);
        assertThat(conversations.visible(entries(), ORDERS)).extracting(Entry::topic).containsOnly(order);
    }

    @Test
    void aConversationWithNothingOneMaySeeIsNotThere() {
        notThere(() -> conversations.conversation(conversation.id().value(), NEITHER));
    }

    @Test
    void aTopicIsNotGivenToSomebodyInAQueueItHasLeft() {
        Topic read = topics.find(order).orElseThrow();
        commands.moveTo(new EntryBody.QueueRef(BILLING.value(), "Billing"), conversation, order, null, "",
                ConversationFixture.LOTTE);

        assertThat(commands.assign(conversation, read, ORDERS.id(), "Orders", ConversationFixture.LOTTE)).isEqualTo(
                new Changed.Unchanged());
        assertThat(topics.find(order).orElseThrow().assignee()).isNull();
    }

    private List<EntryView> read(Viewer viewer) {
        return conversations.readable(entries(), conversation, viewer);
    }

    private List<Entry> entries() {
        return new ArrayList<>(timeline.page(conversation, (EntryId) null, null, 50));
    }

    private Appended.Stored says(String words) {
        return (Appended.Stored) inbound.append(Given.sms().saying(words).build());
    }

    private void says(String words, TopicId topic) {
        inbound.append(Given.sms().saying(words).withReplyTokenOf(topic).build());
    }

    private static void notThere(org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.slug()).isEqualTo("not-found"));
    }

    private static Viewer viewer(String id, Queues queues) {
        return new Viewer(new PersonId(id), id, Set.of(Role.AGENT), queues);
    }
}
