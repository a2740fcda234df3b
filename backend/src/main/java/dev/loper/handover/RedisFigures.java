package dev.loper.handover;

import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads how often each route was offered, and what became of it.
@Component
class RedisFigures {

    private final RedisStore store;
    private final RedisKeys keys;

    RedisFigures(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// The sums over some days, each by `<from>|<to>|<what>`.
    Map<String, Long> of(LocalDate from, LocalDate to) {
        List<String> days = from.datesUntil(to.plusDays(1)).map(LocalDate::toString).toList();
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<Map<String, String>>> found = days.stream().map(
                        day -> pipeline.hgetAll(keys.handoverFigures(day))).toList();
                pipeline.sync();
                Map<String, Long> sums = new HashMap<>();
                found.forEach(day -> day.get().forEach((what, n) -> sums.merge(what, Long.parseLong(n), Long::sum)));
                return sums;
            }
        });
    }
}
