package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.access.QueueId;
import dev.loper.redis.RedisServer;
import dev.loper.routing.QueueStore.Saved;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedisQueuesTests {

    private static final QueueId BILLING = new QueueId("billing");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final RedisQueues store = new RedisQueues(fresh.store(), fresh.keys());

    @Test
    void theMainQueueIsThereBeforeAnybodyMadeOne() {
        assertThat(store.all()).containsExactly(Queue.main());
    }

    @Test
    void aQueueComesBackAsItWasKept() {
        Queue queue = new Queue(BILLING, "Billing", Map.of("nl", "Facturen"), "Shop", List.of("nl", "en"), "office",
                new ServiceTargets(60, 120, 10), 3,
                List.of(new FeedRule(Set.of("sms-main"), null, null, List.of("invoice*"))), true, true, 1);

        assertThat(store.save(queue)).isEqualTo(Saved.DONE);
        assertThat(store.all()).containsExactly(Queue.main(), queue);
    }

    @Test
    void theMainQueueCanBeGivenAnotherName() {
        store.save(named(QueueId.MAIN, "Everything", 1));

        assertThat(store.all()).extracting(Queue::name).containsExactly("Everything");
    }

    @Test
    void ofTwoWhoChangeAQueueAtOnceOneIsToldSo() {
        store.save(named(BILLING, "Billing", 1));

        assertThat(store.save(named(BILLING, "Invoices", 2))).isEqualTo(Saved.DONE);
        assertThat(store.save(named(BILLING, "Money", 2))).isEqualTo(Saved.STALE);
        assertThat(store.save(named(BILLING, "Money", 1))).isEqualTo(Saved.STALE);
        assertThat(store.find(BILLING).orElseThrow().name()).isEqualTo("Invoices");
    }

    @Test
    void aChangeMadeOnAnotherNodeIsKnownASecondLater() {
        MovableClock clock = new MovableClock();
        KnownQueues known = new KnownQueues(store, clock);
        assertThat(known.all()).hasSize(1);

        new RedisQueues(fresh.store(), fresh.keys()).save(named(BILLING, "Billing", 1));
        clock.advance(Duration.ofSeconds(1));

        assertThat(known.find(BILLING)).isPresent();
    }

    private static Queue named(QueueId id, String name, long version) {
        return new Queue(id, name, Map.of(), null, List.of(), null, ServiceTargets.NONE, 1, List.of(), true, false,
                version);
    }
}
