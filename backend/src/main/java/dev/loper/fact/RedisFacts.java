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
import java.util.stream.Stream;
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

    /// What is filed under some days of the year, in one trip.
    ///
    /// @param days as [FactDay#key] writes them
    /// @param each how many of each at the most
    List<String> occasions(List<String> days, int each) {
        String key = keys.of(Family.OCCASIONS);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> found = days.stream().map(
                        day -> pipeline.zrangeByLex(key, "[" + day + "|", "(" + day + "|~", 0, each)).toList();
                pipeline.sync();
                return found.stream().flatMap(one -> one.get().stream()).toList();
            }
        });
    }

    /// How the days of some homes are filed, and when they were said. Those of which nothing is known are left out.
    ///
    /// @param fields as [FactDay#field] writes them
    Map<String, Filed> days(List<String> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        List<String> found = store.with(redis -> redis.hmget(keys.of(Family.OCCASION_DAYS), fields.stream().flatMap(
                field -> Stream.of(field, field + "|at")).toArray(String[]::new)));
        Map<String, Filed> days = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String at = found.get(2 * i + 1);
            if (at != null) {
                days.put(fields.get(i), new Filed(found.get(2 * i), Long.parseLong(at)));
            }
        }
        return days;
    }

    /// @param member how it is filed; empty if it was taken away
    /// @param at     when that was said (ms)
    record Filed(String member, long at) {}

    /// The number of the feed up to which any node has read; none before the first.
    OptionalLong cursor() {
        String found = store.with(redis -> redis.get(keys.of(Family.FACT_CURSOR)));
        return found == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(found));
    }

    void cursor(long sequence) {
        store.with(redis -> redis.set(keys.of(Family.FACT_CURSOR), String.valueOf(sequence)));
    }
}
