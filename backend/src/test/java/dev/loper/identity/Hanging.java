package dev.loper.identity;

import dev.loper.conversation.Added;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Promises and handovers as their scripts leave them in the store, with what taking customers apart must mind.
final class Hanging {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long MUCH_LATER = 4_102_444_800_000L;

    private final RedisServer.Fresh fresh;

    Hanging(RedisServer.Fresh fresh) {
        this.fresh = fresh;
    }

    /// A promise whose sentence is this answer.
    void promise(String id, TopicId topic, Added.Stored sentence) {
        put(Family.PROMISES, id, Map.of("topic", topic.value(), "home", sentence.home().value(), "entry",
                sentence.entry().value(), "state", "open", "due", MUCH_LATER, "owner", "p-lotte"));
        fresh.redis().zadd(fresh.keys().topicPromises(topic), MUCH_LATER, id);
    }

    /// An open handover that was told by this entry.
    void handover(String id, TopicId topic, EntryId told) {
        put(Family.HANDOVERS, id,
                Map.of("topic", topic.value(), "entry", told.value(), "state", "offered", "version", 0,
                        "expires", MUCH_LATER));
        fresh.redis().zadd(fresh.keys().topicHandovers(topic), 1, id);
    }

    TopicId topicOfPromise(String id) {
        return new TopicId(get(Family.PROMISES, id).get("topic").asString());
    }

    EntryId sentence(String id) {
        return new EntryId(get(Family.PROMISES, id).get("entry").asString());
    }

    List<String> promisesIn(TopicId topic) {
        return fresh.redis().zrange(fresh.keys().topicPromises(topic), 0, -1);
    }

    TopicId topicOfHandover(String id) {
        return new TopicId(get(Family.HANDOVERS, id).get("topic").asString());
    }

    boolean isOpen(String handover) {
        return get(Family.HANDOVERS, handover).get("expires").asLong() == MUCH_LATER;
    }

    List<String> handoversIn(TopicId topic) {
        return fresh.redis().zrange(fresh.keys().topicHandovers(topic), 0, -1);
    }

    private void put(Family family, String id, Map<String, Object> record) {
        fresh.redis().hset(fresh.keys().of(family), id, JSON.writeValueAsString(record));
    }

    private JsonNode get(Family family, String id) {
        return JSON.readTree(fresh.redis().hget(fresh.keys().of(family), id));
    }
}
