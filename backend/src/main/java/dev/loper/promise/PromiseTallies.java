package dev.loper.promise;

import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads what was counted of promises: one hash a day, whatever there is of promises.
@Component
class PromiseTallies {

    /// More are not read at once.
    static final int DAYS = 366;

    private final RedisStore store;
    private final RedisKeys keys;

    PromiseTallies(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// @param from the first day, as it was counted: by the workspace's wall clock
    /// @param until the last one
    PromiseFigures between(LocalDate from, LocalDate until, Predicate<PromiseFigures.Count> wanted) {
        List<LocalDate> days = from.datesUntil(until.plusDays(1)).limit(DAYS).toList();
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<Map<String, String>>> found = days.stream().map(day -> pipeline.hgetAll(
                        keys.promiseFigures(day))).toList();
                pipeline.sync();
                List<PromiseFigures.Count> counts = new ArrayList<>();
                for (int i = 0; i < days.size(); i++) {
                    LocalDate day = days.get(i);
                    found.get(i).get().entrySet().stream().flatMap(count -> count(day, count)).filter(wanted).forEach(
                            counts::add);
                }
                return new PromiseFigures(counts);
            }
        });
    }

    private static Stream<PromiseFigures.Count> count(LocalDate day, Map.Entry<String, String> kept) {
        String[] parts = kept.getKey().split("\\|", 4);
        return parts.length < 4
                ? Stream.empty()
                : Stream.of(new PromiseFigures.Count(day, parts[0], parts[1], parts[2], parts[3], Long.parseLong(
                        kept.getValue())));
    }
}
