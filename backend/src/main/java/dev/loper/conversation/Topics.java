package dev.loper.conversation;

import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

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
        return read(ids, store.with(redis -> redis.hmget(keys.of(Family.TOPICS), values(ids))));
    }

    /// The same, as a part of a trip that asks for other things besides.
    ///
    /// @return to be asked after the trip
    Supplier<List<Topic>> ask(AbstractPipeline trip, List<TopicId> ids) {
        Response<List<String>> found = trip.hmget(keys.of(Family.TOPICS), values(ids));
        return () -> read(ids, found.get());
    }

    private static String[] values(List<TopicId> ids) {
        return ids.stream().map(TopicId::value).toArray(String[]::new);
    }

    private static List<Topic> read(List<TopicId> ids, List<String> found) {
        List<Topic> topics = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            String json = found.get(i);
            if (json != null) {
                topics.add(Topic.of(ids.get(i), RedisJson.read(json, Topic.Stored.class)));
            }
        }
        return topics;
    }

    /// The newest topics of several conversations in two trips, in the order asked, the last active of each first.
    public List<List<Topic>> newest(List<ConversationId> conversations, int each) {
        List<List<TopicId>> ids = store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> found = conversations.stream().map(
                        conversation -> pipeline.zrevrange(keys.conversationTopics(conversation), 0,
                                each - 1)).toList();
                pipeline.sync();
                return found.stream().map(topics -> topics.get().stream().map(TopicId::new).toList()).toList();
            }
        });
        Map<TopicId, Topic> topics = find(ids.stream().flatMap(List::stream).distinct().toList()).stream().collect(
                Collectors.toMap(Topic::id, Function.identity()));
        return ids.stream().map(
                of -> of.stream().flatMap(id -> Stream.ofNullable(topics.get(id))).toList()).toList();
    }

    /// The newest topics of several conversations in two trips, 200 of each at the most.
    public Map<ConversationId, List<Topic>> of(List<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        List<List<Topic>> newest = newest(conversations, OF_ONE_CONVERSATION);
        return IntStream.range(0, conversations.size()).boxed().collect(
                Collectors.toMap(conversations::get, newest::get));
    }

    /// The newest topics of a conversation, the last active first, 200 at the most.
    public List<Topic> of(ConversationId conversation) {
        return find(store.with(redis -> redis.zrevrange(keys.conversationTopics(conversation), 0,
                OF_ONE_CONVERSATION - 1)).stream().map(TopicId::new).toList());
    }
}
