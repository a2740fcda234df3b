package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads conversations. One that was joined to another is found there, under either id.
@Component
public class Conversations {

    /// How many joints are followed; a chain is as long as merges were made one upon the other.
    private static final int JOINTS = 64;
    private static final String HOME = "home:";

    private final RedisStore store;
    private final RedisKeys keys;

    public Conversations(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// @return the conversation, or the one it was joined to: its id may be another than the one asked for
    public Optional<Conversation> find(ConversationId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /// Several, by the ids asked for, in one trip and one more for each joint that is followed; those that are gone are left
    /// out.
    public Map<ConversationId, Conversation> find(Collection<ConversationId> ids) {
        Map<ConversationId, Conversation> found = new HashMap<>();
        Map<ConversationId, ConversationId> at = new LinkedHashMap<>();
        ids.forEach(id -> at.put(id, id));
        for (int i = 0; i < JOINTS && !at.isEmpty(); i++) {
            Map<ConversationId, Map<String, String>> fields = fields(Set.copyOf(at.values()));
            at.entrySet().removeIf(asked -> {
                Map<String, String> there = fields.getOrDefault(asked.getValue(), Map.of());
                String into = there.get("into");
                if (into != null) {
                    asked.setValue(new ConversationId(into));
                    return false;
                }
                read(asked.getValue(), there).ifPresent(conversation -> found.put(asked.getKey(), conversation));
                return true;
            });
        }
        if (!at.isEmpty()) {
            throw new IllegalStateException("The conversations " + at.keySet() + " were joined in a circle.");
        }
        return found;
    }

    /// One is asked for by itself: where a Cluster has just moved it, that is followed, and a pipeline is not.
    private Map<ConversationId, Map<String, String>> fields(Set<ConversationId> ids) {
        if (ids.size() == 1) {
            ConversationId only = ids.iterator().next();
            return Map.of(only, store.with(redis -> redis.hgetAll(keys.conversation(only))));
        }
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<ConversationId, Response<Map<String, String>>> asked = new HashMap<>();
                ids.forEach(id -> asked.put(id, pipeline.hgetAll(keys.conversation(id))));
                pipeline.sync();
                Map<ConversationId, Map<String, String>> fields = new HashMap<>();
                asked.forEach((id, reply) -> fields.put(id, reply.get()));
                return fields;
            }
        });
    }

    private static Optional<Conversation> read(ConversationId id, Map<String, String> fields) {
        String customer = fields.get("customer");
        return customer == null
                ? Optional.empty()
                : Optional.of(new Conversation(id, new CustomerId(customer),
                        fields.keySet().stream().filter(field -> field.startsWith(HOME)).sorted().map(
                                field -> new HomeId(field.substring(HOME.length()))).toList(),
                        Long.parseLong(fields.getOrDefault("rev", "0"))));
    }
}
