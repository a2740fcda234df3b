package dev.loper.identity;

import dev.loper.conversation.Entry;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.customer.Identity;
import dev.loper.message.CustomerId;
import dev.loper.redis.RedisKeys.Family;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All there is to see of some customers: what undoing must bring back.
record Snapshot(Map<CustomerId, Seen> customers, List<String> views) {

    record Seen(String name, String language, List<Identity> identities, Map<String, Topic> topics,
            List<String> entries) {}

    static Snapshot of(Rig rig, List<CustomerId> customers) {
        return new Snapshot(customers.stream().collect(Collectors.toMap(Function.identity(), id -> seen(rig, id))),
                rig.fresh.redis().zrange(rig.fresh.keys().of(Family.VIEWS), 0, -1));
    }

    private static Seen seen(Rig rig, CustomerId id) {
        var customer = rig.customer(id);
        Map<String, Topic> topics = new TreeMap<>();
        rig.topicsOf(id).forEach(topic -> topics.put(topic.id().value(), topic));
        return new Seen(customer.name(), String.valueOf(customer.language()),
                customer.identities().stream().sorted(java.util.Comparator.comparing(Identity::id)).toList(), topics,
                rig.entriesOf(id).stream().filter(entry -> !entry.body().type().equals("system")).map(
                        Snapshot::line).toList());
    }

    private static String line(Entry entry) {
        return entry.id() + " " + entry.home() + " " + entry.topic() + " " + entry.body().text();
    }
}
