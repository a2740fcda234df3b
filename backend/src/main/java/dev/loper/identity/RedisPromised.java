package dev.loper.identity;

import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Finds what is still to be kept in topics. It goes where its sentence goes; whoever moves something, or takes customers
/// apart, is told so before.
@Component
class RedisPromised {

    private static final Set<String> OPEN = Set.of("open", "due-soon", "late");
    private static final int MOST = 100;

    private final RedisStore store;
    private final RedisKeys keys;

    RedisPromised(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// A promise that is open, and where its sentence is.
    record Promised(TopicId topic, HomeId home, EntryId sentence) {}

    private record Stored(String topic, String home, String entry, String state) {}

    /// 100 of a topic at the most.
    List<Promised> in(Collection<TopicId> topics) {
        List<String> ids = store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> found = topics.stream().map(
                        topic -> pipeline.zrange(keys.topicPromises(topic), 0, MOST - 1)).toList();
                pipeline.sync();
                return found.stream().flatMap(some -> some.get().stream()).toList();
            }
        });
        return ids.isEmpty()
                ? List.of()
                : store.with(
                        redis -> redis.hmget(keys.of(Family.PROMISES), ids.toArray(String[]::new))).stream().filter(
                                Objects::nonNull).map(json -> RedisJson.read(json, Stored.class)).filter(
                                        stored -> OPEN.contains(stored.state())).map(
                                                stored -> new Promised(new TopicId(stored.topic()),
                                                        new HomeId(stored.home()),
                                                        new EntryId(stored.entry()))).toList();
    }
}
