package dev.loper.identity;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Reads customers with their joints.
@Component
class RedisWholes {

    private static final String HOME = "home:";
    private static final int JOINTS = 64;

    private final RedisStore store;
    private final RedisKeys keys;

    RedisWholes(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// The record under exactly this id, joined or not.
    ///
    /// The conversation's revision is read before the record: if the record changed in between, a plan made of the two is
    /// found stale.
    Optional<Whole> exactly(CustomerId id) {
        String conversation = store.with(redis -> redis.hget(keys.customer(id), "conversation"));
        if (conversation == null) {
            return Optional.empty();
        }
        Map<String, String> kept = store.with(
                redis -> redis.hgetAll(keys.conversation(new ConversationId(conversation))));
        Map<String, String> fields = store.with(redis -> redis.hgetAll(keys.customer(id)));
        return Optional.of(read(id, new ConversationId(conversation), fields, kept));
    }

    /// The customer who this one is today, joined to somebody or not.
    Optional<Whole> today(CustomerId id) {
        Optional<Whole> at = exactly(id);
        for (int i = 0; i < JOINTS && at.isPresent(); i++) {
            CustomerId into = at.get().into();
            if (into == null) {
                return at;
            }
            at = exactly(into);
        }
        return at;
    }

    /// A customer and everybody joined to them, one upon the other.
    Set<CustomerId> below(CustomerId id) {
        Set<CustomerId> found = new LinkedHashSet<>();
        Deque<CustomerId> open = new ArrayDeque<>(Set.of(id));
        while (!open.isEmpty()) {
            CustomerId next = open.pop();
            if (found.add(next)) {
                exactly(next).ifPresent(whole -> open.addAll(whole.joined().keySet()));
            }
        }
        return found;
    }

    private static Whole read(CustomerId id, ConversationId conversation, Map<String, String> fields,
            Map<String, String> kept) {
        Map<HomeId, CustomerId> homes = new HashMap<>();
        kept.forEach((field, origin) -> {
            if (field.startsWith(HOME)) {
                homes.put(new HomeId(field.substring(HOME.length())), new CustomerId(origin));
            }
        });
        String into = fields.get("into");
        return new Whole(id, conversation, fields, homes,
                Long.parseLong(kept.getOrDefault("rev", "0")), into == null ? null : new CustomerId(into));
    }
}
