package dev.loper.channel.twilio;

import dev.loper.message.AccountId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Until when the message log of each account was read, by whichever node, over stops and restarts.
///
/// A mark that is lost or goes back costs another reading, nothing else.
@Component
class RedisLogMarks {

    private final RedisStore store;
    private final RedisKeys keys;

    RedisLogMarks(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    Optional<Instant> of(AccountId account) {
        return Optional.ofNullable(store.with(redis -> redis.hget(keys.of(Family.LOG_MARKS), account.value()))).map(
                ms -> Instant.ofEpochMilli(Long.parseLong(ms)));
    }

    void set(AccountId account, Instant until) {
        store.with(redis -> redis.hset(keys.of(Family.LOG_MARKS), account.value(),
                String.valueOf(until.toEpochMilli())));
    }
}
