package dev.loper.routing;

import dev.loper.access.QueueId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Queues in Redis: one hash, changed by one script.
@Component
class RedisQueues implements QueueStore {

    private static final LuaScript SAVE = LuaScript.load("queue-save");

    private final RedisStore store;
    private final RedisKeys keys;

    RedisQueues(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public List<Queue> all() {
        Map<String, String> found = store.with(redis -> redis.hgetAll(keys.of(Family.QUEUES)));
        Stream<Queue> kept = found.entrySet().stream().map(entry -> Queue.of(new QueueId(entry.getKey()),
                RedisJson.read(entry.getValue(), Queue.Stored.class)));
        Stream<Queue> main = found.containsKey(QueueId.MAIN.value()) ? Stream.of() : Stream.of(Queue.main());
        return Stream.concat(main, kept).sorted(
                Comparator.comparingInt(Queue::position).thenComparing(queue -> queue.id().value())).toList();
    }

    @Override
    public Saved save(List<Queue> queues) {
        List<Object> reply = store.run(SAVE, List.of(keys.of(Family.QUEUES)), queues.stream().flatMap(
                queue -> Stream.of(queue.id().value(), Long.toString(queue.version() - 1),
                        RedisJson.write(queue.stored()))).toList());
        return "saved".equals(reply.getFirst()) ? Saved.DONE : Saved.STALE;
    }
}
