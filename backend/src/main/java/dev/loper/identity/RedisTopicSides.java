package dev.loper.identity;

import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Counts in which homes each topic of a conversation has entries, in two trips.
@Component
class RedisTopicSides {

    private final RedisStore store;
    private final RedisKeys keys;

    RedisTopicSides(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// Every topic of a conversation, the newest first, with the number of its entries in each home that has some.
    Map<TopicId, Map<HomeId, Long>> of(ConversationId conversation, Set<HomeId> homes) {
        List<String> topics = store.with(redis -> redis.zrevrange(keys.conversationTopics(conversation), 0, -1));
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<String, Map<HomeId, Response<Long>>> counts = new LinkedHashMap<>();
                topics.forEach(topic -> counts.put(topic, homes.stream().collect(Collectors.toMap(home -> home,
                        home -> pipeline.zlexcount(keys.lanes(home), "[" + topic + "|", "(" + topic + "}")))));
                pipeline.sync();
                Map<TopicId, Map<HomeId, Long>> found = new LinkedHashMap<>();
                counts.forEach((topic, byHome) -> found.put(new TopicId(topic), counted(byHome)));
                return found;
            }
        });
    }

    private static Map<HomeId, Long> counted(Map<HomeId, Response<Long>> byHome) {
        return byHome.entrySet().stream().filter(home -> home.getValue().get() > 0).collect(
                Collectors.toMap(Map.Entry::getKey, home -> home.getValue().get()));
    }
}
