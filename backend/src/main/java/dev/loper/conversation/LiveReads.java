package dev.loper.conversation;

import dev.loper.customer.Customers;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;

/// Reads what the live screens of a node need of topics and entries that changed, in one trip however many they are: each
/// trip waits for whatever is being made durable at that moment, and all screens wait for it.
///
/// Names are asked for of the customers whose topics they were lately; where that is not so, or not known, a second trip asks.
@Component
public class LiveReads {

    private final RedisStore store;
    private final Topics topics;
    private final ReadMarks marks;
    private final Timeline timeline;
    private final Customers customers;
    private final RecentPlaces<CustomerId> lately = new RecentPlaces<>(10_000);

    LiveReads(RedisStore store, Topics topics, ReadMarks marks, Timeline timeline, Customers customers) {
        this.store = store;
        this.topics = topics;
        this.marks = marks;
        this.timeline = timeline;
        this.customers = customers;
    }

    /// @param topics  those that are still there
    /// @param names   of their customers
    /// @param unread  which of them hold something that a person has not seen
    /// @param entries those that are still there
    public record Found(List<Topic> topics, Map<CustomerId, String> names, Map<PersonId, Set<TopicId>> unread,
            List<Entry> entries) {

        static final Found NOTHING = new Found(List.of(), Map.of(), Map.of(), List.of());
    }

    /// @param people whose marks are wanted
    public Found read(List<TopicId> ids, Collection<PersonId> people, Map<EntryId, HomeId> entries) {
        if (ids.isEmpty()) {
            return Found.NOTHING;
        }
        List<CustomerId> likely = ids.stream().flatMap(
                id -> Stream.ofNullable(lately.of(id.value()))).distinct().toList();
        return withNames(store.with(redis -> {
            try (AbstractPipeline trip = redis.pipelined()) {
                Supplier<List<Topic>> asked = topics.ask(trip, ids);
                Function<List<Topic>, Map<PersonId, Set<TopicId>>> unread = marks.ask(trip, people, ids);
                Supplier<List<Entry>> said = timeline.ask(trip, entries);
                Supplier<Map<CustomerId, String>> names = customers.askNames(trip, likely);
                trip.sync();
                List<Topic> there = asked.get();
                return new Found(there, names.get(), unread.apply(there), said.get());
            }
        }));
    }

    private Found withNames(Found found) {
        found.topics().forEach(topic -> lately.remember(topic.id().value(), topic.customer()));
        Map<CustomerId, String> names = new HashMap<>(found.names());
        names.putAll(customers.names(found.topics().stream().map(Topic::customer).filter(
                customer -> !names.containsKey(customer)).toList()));
        return new Found(found.topics(), names, found.unread(), found.entries());
    }
}
