package dev.loper.occasion;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.fact.FactDay;
import dev.loper.message.ConversationId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who saw to which occasion.
@Component
class RedisOccasions implements Remains {

    private static final Duration KEPT = Duration.ofDays(400);

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;

    RedisOccasions(RedisStore store, RedisKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    private record Stored(String by, String byName, long at, String how) {}

    static String field(ConversationId conversation, String kind) {
        return conversation.value() + "|" + kind;
    }

    Map<String, Occasion.Done> done(int year) {
        return store.with(redis -> redis.hgetAll(keys.occasionsDone(year))).entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, entry -> {
                    Stored stored = RedisJson.read(entry.getValue(), Stored.class);
                    return new Occasion.Done(stored.by(), stored.byName(), Instant.ofEpochMilli(stored.at()),
                            stored.how());
                }));
    }

    /// @return false if somebody else saw to it before, and nothing was changed: nobody gets two bunches of flowers
    boolean seen(Occasion occasion, Occasion.Done done) {
        String key = keys.occasionsDone(occasion.date().getYear());
        String field = field(occasion.conversation(), occasion.kind());
        String body = RedisJson.write(new Stored(done.by(), done.byName(), done.at().toEpochMilli(), done.how()));
        return store.with(redis -> {
            boolean first = redis.hsetnx(key, field, body) == 1;
            redis.expire(key, KEPT.toSeconds());
            return first || by(redis.hget(key, field)).equals(done.by()) && redis.hset(key, field, body) >= 0;
        });
    }

    private static String by(@Nullable String stored) {
        return stored == null ? "" : RedisJson.read(stored, Stored.class).by();
    }

    void again(Occasion occasion) {
        store.with(redis -> redis.hdel(keys.occasionsDone(occasion.date().getYear()),
                field(occasion.conversation(), occasion.kind())));
    }

    @Override
    public void of(Erased erased, Removal removal) {
        int now = clock.instant().atZone(ZoneOffset.UTC).getYear();
        for (int year = now - 1; year <= now + 1; year++) {
            String key = keys.occasionsDone(year);
            FactDay.KINDS.forEach(kind -> removal.field(key, field(erased.conversation().id(), kind)));
        }
    }
}
