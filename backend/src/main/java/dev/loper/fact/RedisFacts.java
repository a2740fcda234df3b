package dev.loper.fact;

import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads facts as they are kept.
@Component
class RedisFacts {

    private final RedisStore store;
    private final RedisKeys keys;

    RedisFacts(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// What several homes hold, in one trip.
    Map<HomeId, List<String>> members(List<HomeId> homes) {
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<HomeId, Response<List<String>>> found = new LinkedHashMap<>();
                homes.forEach(home -> found.put(home, pipeline.zrange(keys.facts(home), 0, -1)));
                pipeline.sync();
                Map<HomeId, List<String>> members = new LinkedHashMap<>();
                found.forEach((home, response) -> members.put(home, response.get()));
                return members;
            }
        });
    }

    /// The figures of a day, as they are counted.
    Map<String, String> figures(LocalDate day) {
        return store.with(redis -> redis.hgetAll(keys.factFigures(day.toString())));
    }

    /// What stands among the occasions and begins so.
    List<String> occasions(String from, int most) {
        return store.with(redis -> redis.zrangeByLex(keys.of(Family.OCCASIONS), "[" + from, "(" + from + "~", 0, most));
    }

    /// The number of the feed up to which any node has read; none before the first.
    OptionalLong cursor() {
        String found = store.with(redis -> redis.get(keys.of(Family.FACT_CURSOR)));
        return found == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(found));
    }

    void cursor(long sequence) {
        store.with(redis -> redis.set(keys.of(Family.FACT_CURSOR), String.valueOf(sequence)));
    }
}
