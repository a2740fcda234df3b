package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.QueueId;
import dev.loper.customer.Customers;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// In which queue a topic is.
class TopicQueueTests {

    private static final PersonId LOTTE = new PersonId("p-lotte");

    private final RedisServer.Fresh fresh = workspace();
    private final Topics topics = new Topics(fresh.store(), fresh.keys());
    private final Conversations conversations = new Conversations(fresh.store(), fresh.keys());
    private final Timeline timeline = new RedisTimeline(fresh.store(), fresh.keys());
    private final TopicCommands commands = new TopicCommands(fresh.store(), fresh.keys());
    private final InboundStore inbound = new InboundStore(fresh.store(), fresh.keys(),
            new Customers(fresh.store(), fresh.keys()),
            message -> new QueueChoice.Route(new QueueId(message.text().contains("invoice") ? "billing" : "orders"),
                    "en"));

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @Test
    void aNewTopicBeginsInTheQueueTheRulesChoose() {
        Appended.Stored first = says("Where is my order?");

        assertThat(topics.find(first.topic()).orElseThrow().queue()).isEqualTo(new QueueId("orders"));
    }

    @Test
    void aTopicKeepsItsQueueWhateverIsSaidInItLater() {
        Appended.Stored first = says("Where is my order?");
        Appended.Stored second = says("And my invoice is wrong, too.");

        assertThat(second.topic()).isEqualTo(first.topic());
        assertThat(topics.find(first.topic()).orElseThrow().queue()).isEqualTo(new QueueId("orders"));
    }

    @Test
    void aMessageMovedToATopicOfItsOwnStaysInTheQueue() {
        Appended.Stored first = says("My invoice is wrong.");
        Appended.Stored second = says("And another one is missing.");
        EntryMover mover = new EntryMover(fresh.store(), fresh.keys(), timeline);

        Moved moved = mover.move(conversation(first), second.entry(), null, "Own");

        assertThat(topics.find(((Moved.Done) moved).to()).orElseThrow().queue()).isEqualTo(new QueueId("billing"));
    }

    @Test
    void aTopicMovedToAnotherQueueIsThereWithAWordToWhoeverTakesItUp() {
        Appended.Stored first = says("Where is my order?");

        Changed changed = moveToBilling(first, null, "Paid twice.");

        Topic topic = topics.find(first.topic()).orElseThrow();
        assertThat(topic.queue()).isEqualTo(new QueueId("billing"));
        assertThat(topic.views()).containsExactly("all", "all@billing", "unassigned", "unassigned@billing");
        assertThat(topic.waitingSince()).isEqualTo(first.at());
        Entry told = entry(first, ((Changed.Done) changed).entry());
        assertThat(told.body().event()).isEqualTo(
                EntryBody.Event.queued(new EntryBody.QueueRef("billing", "Billing")));
        assertThat(told.body().text()).isEqualTo("Paid twice.");
    }

    @Test
    void whoMaySeeTheOtherQueueKeepsTheTopicAndWhoMayNotLetsGoOfIt() {
        Appended.Stored first = says("Where is my order?");
        commands.assign(conversation(first), topics.find(first.topic()).orElseThrow(), LOTTE, "Lotte",
                ConversationFixture.LOTTE);
        moveToBilling(first, LOTTE, "");
        assertThat(topics.find(first.topic()).orElseThrow().assignee()).isEqualTo(LOTTE);

        commands.moveTo(new EntryBody.QueueRef("returns", "Returns"), conversation(first), first.topic(), null, "",
                ConversationFixture.LOTTE);
        Topic topic = topics.find(first.topic()).orElseThrow();
        assertThat(topic.assignee()).isNull();
        assertThat(topic.views()).contains("unassigned@returns");
    }

    @Test
    void aTopicThatIsInTheQueueAlreadyIsLeftAlone() {
        assertThat(moveToBilling(says("My invoice is wrong."), null, "")).isEqualTo(new Changed.Unchanged());
    }

    private Changed moveToBilling(Appended.Stored message, @Nullable PersonId mayKeep, String word) {
        return commands.moveTo(new EntryBody.QueueRef("billing", "Billing"), conversation(message), message.topic(),
                mayKeep, word, ConversationFixture.LOTTE);
    }

    private Conversation conversation(Appended.Stored message) {
        return conversations.find(message.conversation()).orElseThrow();
    }

    private Entry entry(Appended.Stored message, EntryId entry) {
        return timeline.find(conversation(message).homes().getFirst(), entry).orElseThrow();
    }

    private Appended.Stored says(String words) {
        return (Appended.Stored) inbound.append(Given.sms().saying(words).build());
    }
}
