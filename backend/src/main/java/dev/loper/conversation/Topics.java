package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads topics.
@Component
public class Topics {

    private static final int OF_ONE_CONVERSATION = 200;

    private final RedisStore store;
    private final RedisKeys keys;

    Topics(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    public Optional<Topic> find(TopicId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /// Several topics in one trip, in the order asked; those that are gone are left out.
    public List<Topic> find(List<TopicId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> found = store.with(redis -> redis.hmget(keys.of(Family.TOPICS),
                ids.stream().map(TopicId::value).toArray(String[]::new)));
        List<Topic> topics = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            String json = found.get(i);
            if (json != null) {
                topics.add(Topic.of(ids.get(i), RedisJson.read(json, Topic.Stored.class)));
            }
        }
        return topics;
    }

    /// The newest topics of a conversation, the last active first, 200 at the most.
    public List<Topic> of(ConversationId conversation) {
        return find(store.with(redis -> redis.zrevrange(keys.conversationTopics(conversation), 0,
                OF_ONE_CONVERSATION - 1)).stream().map(TopicId::new).toList());
    }
}
