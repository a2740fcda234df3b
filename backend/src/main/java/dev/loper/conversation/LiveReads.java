package dev.loper.conversation;

import dev.loper.customer.Customers;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;

/// Reads what the live screens of a node need of topics and entries that changed, in two trips however many they are: each
/// trip waits for whatever is being made durable at that moment, and all screens wait for it.
@Component
public class LiveReads {

    private final RedisStore store;
    private final Topics topics;
    private final ReadMarks marks;
    private final Timeline timeline;
    private final Customers customers;

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
        Found found = store.with(redis -> {
            try (AbstractPipeline trip = redis.pipelined()) {
                Supplier<List<Topic>> asked = topics.ask(trip, ids);
                Function<List<Topic>, Map<PersonId, Set<TopicId>>> unread = marks.ask(trip, people, ids);
                Supplier<List<Entry>> said = timeline.ask(trip, entries);
                trip.sync();
                List<Topic> there = asked.get();
                return new Found(there, Map.of(), unread.apply(there), said.get());
            }
        });
        return new Found(found.topics(), customers.names(found.topics().stream().map(Topic::customer).toList()),
                found.unread(), found.entries());
    }
}
