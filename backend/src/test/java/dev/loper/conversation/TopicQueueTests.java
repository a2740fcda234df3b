package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.QueueId;
import dev.loper.customer.Customers;
import dev.loper.redis.RedisServer;
import org.junit.jupiter.api.Test;

/// In which queue a topic is.
class TopicQueueTests {

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Topics topics = new Topics(fresh.store(), fresh.keys());
    private final InboundStore inbound = new InboundStore(fresh.store(), fresh.keys(),
            new Customers(fresh.store(), fresh.keys()),
            message -> new QueueChoice.Route(new QueueId(message.text().contains("invoice") ? "billing" : "orders"),
                    "en"));

    @Test
    void aNewTopicBeginsInTheQueueTheRulesChoose() {
        Appended.Stored first = says("Where is my order?");

        assertThat(topics.find(first.topic()).orElseThrow().queue()).isEqualTo("orders");
    }

    @Test
    void aTopicKeepsItsQueueWhateverIsSaidInItLater() {
        Appended.Stored first = says("Where is my order?");
        Appended.Stored second = says("And my invoice is wrong, too.");

        assertThat(second.topic()).isEqualTo(first.topic());
        assertThat(topics.find(first.topic()).orElseThrow().queue()).isEqualTo("orders");
    }

    @Test
    void aMessageMovedToATopicOfItsOwnStaysInTheQueue() {
        Appended.Stored first = says("My invoice is wrong.");
        Conversations conversations = new Conversations(fresh.store(), fresh.keys());
        EntryMover mover = new EntryMover(fresh.store(), fresh.keys(), new RedisTimeline(fresh.store(), fresh.keys()));

        Moved moved = mover.move(conversations.find(first.conversation()).orElseThrow(), first.entry(), null, "Own");

        assertThat(topics.find(((Moved.Done) moved).to()).orElseThrow().queue()).isEqualTo("billing");
    }

    private Appended.Stored says(String words) {
        return (Appended.Stored) inbound.append(Given.sms().saying(words).build());
    }
}
