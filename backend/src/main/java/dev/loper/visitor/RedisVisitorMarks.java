package dev.loper.visitor;

import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Up to where somebody of ours has read each visitor's messages. A mark that is lost costs a word under a message.
@Component
class RedisVisitorMarks {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String FIELD = "seen";

    private final RedisStore store;
    private final RedisKeys keys;

    RedisVisitorMarks(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    Optional<EntryId> of(ChannelAddress.Visitor visitor) {
        return Optional.ofNullable(store.with(redis -> redis.hget(keys.visitor(visitor.value()), FIELD))).map(
                EntryId::new);
    }

    /// Sets the mark, unless it stands there or further already.
    ///
    /// @return whether it moved
    boolean advance(ChannelAddress.Visitor visitor, EntryId upTo) {
        String key = keys.visitor(visitor.value());
        return store.with(redis -> {
            String before = redis.hget(key, FIELD);
            if (before != null && before.compareTo(upTo.value()) >= 0) {
                return false;
            }
            redis.hset(key, FIELD, upTo.value());
            redis.expire(key, KEPT.toSeconds());
            return true;
        });
    }
}
