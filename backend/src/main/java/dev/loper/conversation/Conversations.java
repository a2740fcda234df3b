package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

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
        ConversationId at = id;
        for (int i = 0; i < JOINTS; i++) {
            Map<String, String> fields = fields(at);
            String into = fields.get("into");
            if (into == null) {
                return read(at, fields);
            }
            at = new ConversationId(into);
        }
        throw new IllegalStateException("The conversation " + id + " was joined in a circle.");
    }

    private Map<String, String> fields(ConversationId id) {
        return store.with(redis -> redis.hgetAll(keys.conversation(id)));
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
