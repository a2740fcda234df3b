package dev.loper.feed;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/// Reads the change feed.
@Component
public class Feed {

    private static final LuaScript HEAD = LuaScript.load("feed-head");

    private final RedisStore store;
    private final RedisKeys keys;

    Feed(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// Where the feed stands now. Take it before reading what a screen shows: what changes meanwhile comes again.
    public Cursor head() {
        List<Object> reply = store.ask(HEAD, List.of(keys.of(Family.CLOCK)), List.of());
        return new Cursor((String) reply.get(0), (Long) reply.get(1));
    }

    /// What came after a cursor, at the most `limit` changes.
    ///
    /// @return empty if that cannot be told: another life of the store, a number it never gave, or trimmed away
    public Optional<List<Change>> since(Cursor cursor, int limit) {
        Cursor head = head();
        if (!head.epoch().equals(cursor.epoch()) || cursor.sequence() > head.sequence()) {
            return Optional.empty();
        }
        List<StreamEntry> entries = store.with(
                redis -> redis.xrange(keys.of(Family.FEED), id(cursor.sequence() + 1), null, limit));
        long expected = Math.min(limit, head.sequence() - cursor.sequence());
        boolean gap = entries.size() < expected
                || !entries.isEmpty() && entries.getLast().getID().getTime() != cursor.sequence() + entries.size();
        return gap ? Optional.empty() : Optional.of(entries.stream().map(Feed::change).toList());
    }

    /// Waits for what comes after a number.
    ///
    /// @param patience how long to wait for the first
    List<Change> await(long sequence, int limit, Duration patience) {
        List<Map.Entry<String, List<StreamEntry>>> read = store.with(redis -> redis.xread(
                XReadParams.xReadParams().count(limit).block((int) patience.toMillis()),
                Map.of(keys.of(Family.FEED), id(sequence))));
        return read == null
                ? List.of()
                : read.stream().flatMap(stream -> stream.getValue().stream()).map(Feed::change).toList();
    }

    private static StreamEntryID id(long sequence) {
        return new StreamEntryID(sequence, 0);
    }

    private static Change change(StreamEntry entry) {
        Map<String, String> fields = entry.getFields();
        long sequence = entry.getID().getTime();
        ConversationId conversation = new ConversationId(fields.getOrDefault("conversation", ""));
        String topic = fields.getOrDefault("topic", "");
        return switch (fields.getOrDefault("kind", "")) {
            case "entry" -> new Change.EntryChanged(sequence, conversation,
                    new HomeId(fields.getOrDefault("home", "")), new TopicId(topic),
                    new EntryId(fields.getOrDefault("entry", "")), split(fields.getOrDefault("entered", "")),
                    "chat".equals(fields.get("via")));
            case "person" -> new Change.PersonChanged(sequence, new PersonId(fields.getOrDefault("person", "")));
            case "promise" -> new Change.PromiseChanged(sequence, conversation, new TopicId(topic),
                    new PromiseId(fields.getOrDefault("promise", "")));
            case "call" -> new Change.CallChanged(sequence, conversation, new TopicId(topic),
                    new EntryId(fields.getOrDefault("entry", "")));
            case "customer" -> new Change.CustomerChanged(sequence, conversation);
            case "occasion" -> new Change.OccasionChanged(sequence, conversation);
            case "known" -> new Change.MoreKnown(sequence, conversation);
            case "erased" -> new Change.CustomerErased(sequence, conversation,
                    new CustomerId(fields.getOrDefault("customer", "")),
                    split(fields.getOrDefault("homes", "")).stream().map(HomeId::new).toList());
            case "homes" -> new Change.HomesChanged(sequence, conversation);
            default -> new Change.TopicChanged(sequence, conversation, new TopicId(topic),
                    split(fields.getOrDefault("entered", "")));
        };
    }

    private static List<String> split(String views) {
        return views.isEmpty() ? List.of() : List.of(views.split(","));
    }
}
