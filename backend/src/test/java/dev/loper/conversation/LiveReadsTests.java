package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.message.CustomerId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What live screens are told of a row is as it stands now, whatever was read before.
class LiveReadsTests {

    private static final PersonId LOTTE = new PersonId("p-lotte");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Rig rig = new Rig(fresh);
    private final LiveReads reads = new LiveReads(fresh.store(), rig.topics,
            new ReadMarks(fresh.store(), fresh.keys()), rig.timeline, rig.customers);

    @Test
    void aNameIsTheOneItsCustomerHasNow() {
        TopicId topic = rig.says(Given.sms()).topic();
        CustomerId ada = read(topic).topics().getFirst().customer();

        call(ada, "Ada");

        assertThat(read(topic).names()).containsExactlyEntriesOf(Map.of(ada, "Ada"));
    }

    @Test
    void aTopicThatIsAnotherCustomersNowBearsTheirName() {
        TopicId topic = rig.says(Given.sms()).topic();
        CustomerId ada = read(topic).topics().getFirst().customer();
        CustomerId bob = new CustomerId("c-bob");
        call(bob, "Bob");

        fresh.store().with(redis -> redis.hset(fresh.keys().of(Family.TOPICS), topic.value(), redis.hget(
                fresh.keys().of(Family.TOPICS), topic.value()).replace(ada.value(), bob.value())));

        assertThat(read(topic).names()).containsEntry(bob, "Bob");
    }

    @Test
    void whatIsUnreadAndSaidIsReadWithIt() {
        Appended.Stored said = rig.says(Given.sms());
        LiveReads.Found found = reads.read(List.of(said.topic()), Set.of(LOTTE), Map.of(said.entry(),
                rig.conversations.find(said.conversation()).orElseThrow().homes().getFirst()));

        assertThat(found.unread()).containsEntry(LOTTE, Set.of(said.topic()));
        assertThat(found.entries()).extracting(Entry::id).containsExactly(said.entry());
    }

    private LiveReads.Found read(TopicId topic) {
        return reads.read(List.of(topic), Set.of(LOTTE), Map.of());
    }

    private void call(CustomerId customer, String name) {
        fresh.store().with(redis -> redis.hset(fresh.keys().customer(customer), "name", name));
    }
}
