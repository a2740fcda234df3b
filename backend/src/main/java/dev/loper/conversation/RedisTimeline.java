package dev.loper.conversation;

import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// The timeline in Redis: ids from the thread or from a topic's lane, then bodies and states.
@Component
class RedisTimeline implements Timeline {

    private final RedisStore store;
    private final RedisKeys keys;

    RedisTimeline(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public List<Entry> page(Conversation conversation, @Nullable EntryId before, @Nullable TopicId topic, int limit) {
        Map<EntryId, HomeId> newest = newest(conversation, before, topic, limit);
        Map<EntryId, HomeId> page = new LinkedHashMap<>();
        newest.entrySet().stream().sorted(
                Map.Entry.comparingByKey(Comparator.comparing(EntryId::value, Comparator.reverseOrder()))).limit(
                        limit).forEach(entry -> page.put(entry.getKey(), entry.getValue()));
        return find(page);
    }

    @Override
    public Optional<Entry> find(HomeId home, EntryId entry) {
        return find(Map.of(entry, home)).stream().findFirst();
    }

    @Override
    public List<Entry> find(Map<EntryId, HomeId> entries) {
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Supplier<List<Entry>> found = ask(pipeline, entries);
                pipeline.sync();
                return found.get();
            }
        });
    }

    @Override
    public Supplier<List<Entry>> ask(AbstractPipeline trip, Map<EntryId, HomeId> entries) {
        Map<EntryId, Response<String>> bodies = new LinkedHashMap<>();
        Map<EntryId, Response<String>> states = new LinkedHashMap<>();
        entries.forEach((id, home) -> {
            bodies.put(id, trip.hget(keys.entries(home), id.value()));
            states.put(id, trip.hget(keys.states(home), id.value()));
        });
        return () -> {
            List<Entry> found = new ArrayList<>();
            entries.forEach((id, home) -> read(id, home, value(bodies, id), value(states, id)).ifPresent(found::add));
            return found;
        };
    }

    /// The newest of each home, in one trip.
    private Map<EntryId, HomeId> newest(Conversation conversation, @Nullable EntryId before, @Nullable TopicId topic,
            int limit) {
        int lane = topic == null ? 0 : topic.value().length() + 1;
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<HomeId, Response<List<String>>> members = new LinkedHashMap<>();
                conversation.homes().forEach(
                        home -> members.put(home, members(pipeline, home, before, topic, limit)));
                pipeline.sync();
                Map<EntryId, HomeId> found = new LinkedHashMap<>();
                members.forEach((home, response) -> response.get().forEach(
                        member -> found.put(new EntryId(member.substring(lane)), home)));
                return found;
            }
        });
    }

    private Response<List<String>> members(AbstractPipeline pipeline, HomeId home, @Nullable EntryId before,
            @Nullable TopicId topic, int limit) {
        if (topic == null) {
            return pipeline.zrevrangeByLex(keys.thread(home), before == null ? "+" : "(" + before, "-", 0, limit);
        }
        String lane = topic.value() + "|";
        String max = before == null ? "(" + topic.value() + "}" : "(" + lane + before;
        return pipeline.zrevrangeByLex(keys.lanes(home), max, "[" + lane, 0, limit);
    }

    private static @Nullable String value(Map<EntryId, Response<String>> responses, EntryId id) {
        Response<String> response = responses.get(id);
        return response == null ? null : response.get();
    }

    private static Optional<Entry> read(EntryId id, HomeId home, @Nullable String body, @Nullable String state) {
        return body == null || state == null
                ? Optional.empty()
                : Optional.of(Entry.of(id, home, RedisJson.read(body, EntryBody.class),
                        RedisJson.read(state, EntryState.class)));
    }
}
