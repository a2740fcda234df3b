package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads conversations.
@Component
public class Conversations {

    private static final String HOME = "home:";

    private final RedisStore store;
    private final RedisKeys keys;

    Conversations(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    public Optional<Conversation> find(ConversationId id) {
        Map<String, String> fields = store.with(redis -> redis.hgetAll(keys.conversation(id)));
        String customer = fields.get("customer");
        return customer == null
                ? Optional.empty()
                : Optional.of(new Conversation(id, new CustomerId(customer),
                        fields.keySet().stream().filter(field -> field.startsWith(HOME)).map(
                                field -> new HomeId(field.substring(HOME.length()))).toList()));
    }
}
