package dev.loper.routing;

import dev.loper.access.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The queues of the demo, added at its first start.
@Component
@Profile("demo")
@Order(0)
class DemoQueues implements ApplicationRunner {

    private final QueueStore store;
    private final KnownQueues known;

    DemoQueues(QueueStore store, KnownQueues known) {
        this.store = store;
        this.known = known;
    }

    /// One that is there already stays as it is.
    @Override
    public void run(ApplicationArguments args) {
        add("billing", "Billing", "Facturen", 1, "invoice*", "refund*", "payment*", "factuur*", "facturen",
                "terugbetaling*", "betaling*");
        add("orders", "Orders and delivery", "Bestellingen en levering", 2, "order*", "deliver*", "parcel*",
                "tracking", "bestel*", "lever*", "bezorg*", "pakket*", "monteur");
        known.forget();
    }

    private void add(String id, String name, String dutch, int position, String... words) {
        FeedRule rule = new FeedRule(Set.of(), Set.of(), Set.of(), List.of(words));
        store.save(new Queue(new QueueId(id), name, Map.of("nl", dutch), null, List.of(), null,
                new ServiceTargets(60, 120, null), position,
                List.of(rule), true, false, 1));
    }
}
