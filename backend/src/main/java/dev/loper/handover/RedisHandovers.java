package dev.loper.handover;

import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ZAddParams;

/// Reads handovers.
@Component
class RedisHandovers {

    private static final int OF_ONE_TOPIC = 20;

    private final RedisStore store;
    private final RedisKeys keys;

    RedisHandovers(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    Optional<Handover> find(HandoverId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /// The handover that a digest of its proof finds.
    Optional<Handover> proven(String digest) {
        return Optional.ofNullable(store.with(redis -> redis.hget(keys.of(Family.HANDOVER_TOKENS), digest))).map(
                HandoverId::new).flatMap(this::find);
    }

    /// The newest handovers of some topics, the last offered first; 20 of each topic at the most.
    List<Handover> of(Collection<TopicId> topics) {
        List<HandoverId> ids = store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> found = topics.stream().map(
                        topic -> pipeline.zrevrange(keys.topicHandovers(topic), 0, OF_ONE_TOPIC - 1)).toList();
                pipeline.sync();
                return found.stream().flatMap(list -> list.get().stream()).map(HandoverId::new).toList();
            }
        });
        return find(ids).stream().sorted(Comparator.comparing(Handover::offered).reversed()).toList();
    }

    /// Several in one trip; those unknown are left out.
    List<Handover> find(List<HandoverId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> found = store.with(redis -> redis.hmget(keys.of(Family.HANDOVERS),
                ids.stream().map(HandoverId::value).toArray(String[]::new)));
        return IntStream.range(0, found.size()).boxed().flatMap(i -> read(ids.get(i), found.get(i))).toList();
    }

    private static Stream<Handover> read(HandoverId id, @org.jspecify.annotations.Nullable String json) {
        return json == null
                ? Stream.empty()
                : Stream.of(Handover.of(id, RedisJson.read(json, Handover.Stored.class)));
    }

    /// Takes a timer away that has nothing to do any more.
    void drop(Timer timer) {
        store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer.member()));
    }

    /// Has a timer look again later.
    void later(Timer timer, java.time.Instant due) {
        store.with(redis -> redis.zadd(keys.of(Family.TIMERS), due.toEpochMilli(), timer.member(),
                ZAddParams.zAddParams().xx()));
    }
}
