package dev.loper.routing;

import dev.loper.access.Queues;
import dev.loper.access.QueueId;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.View;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/// The topics somebody has, read from the views: those that are open, and those that will come back to them.
@Component
class RedisWork {

    private static final int PAGE = 200;
    private static final int PAGES = 5;

    /// @param open those included in which a customer waits
    record Count(long open, long waiting) {}

    private final RedisStore store;
    private final RedisKeys keys;
    private final Topics topics;

    RedisWork(RedisStore store, RedisKeys keys, Topics topics) {
        this.store = store;
        this.keys = keys;
        this.topics = topics;
    }

    Count count(PersonId person) {
        return inRange("mine:" + person);
    }

    /// Of those in some queues.
    Count count(PersonId person, Queues within) {
        return switch (within) {
            case Queues.All every -> count(person);
            case Queues.Only only -> only.queues().stream().map(
                    queue -> inRange(View.of("mine:" + person, queue))).reduce(new Count(0, 0),
                            (one, other) -> new Count(one.open() + other.open(), one.waiting() + other.waiting()));
        };
    }

    private Count inRange(String mine) {
        String views = keys.of(Family.VIEWS);
        return store.with(redis -> new Count(redis.zlexcount(views, "[" + mine + "|", "(" + mine + "}"),
                redis.zlexcount(views, "[" + mine + "|a", "(" + mine + "|b")));
    }

    /// The first of them, the longest waiting before all others.
    List<Topic> open(PersonId person, int limit) {
        return inRange("mine:" + person, limit);
    }

    /// Those in one queue.
    List<Topic> open(PersonId person, QueueId queue, int limit) {
        return inRange(View.of("mine:" + person, queue), limit);
    }

    private List<Topic> inRange(String mine, int limit) {
        return topics.find(store.with(redis -> range(redis, "[" + mine + "|", "(" + mine + "}", limit)).stream().map(
                RedisWork::topic).toList());
    }

    /// Those of them among the thousand that come back soonest.
    List<Topic> snoozed(PersonId person, int limit) {
        List<Topic> found = new ArrayList<>();
        String from = "[snoozed|";
        for (int page = 0; page < PAGES && found.size() < limit; page++) {
            String start = from;
            List<String> members = store.with(redis -> range(redis, start, "(snoozed}", PAGE));
            topics.find(members.stream().map(RedisWork::topic).toList()).stream().filter(
                    topic -> person.equals(topic.assignee())).limit(limit - found.size()).forEach(found::add);
            if (members.size() < PAGE) {
                return found;
            }
            from = "(" + members.getLast();
        }
        return found;
    }

    private List<String> range(UnifiedJedis redis, String min, String max, int limit) {
        return redis.zrangeByLex(keys.of(Family.VIEWS), min, max, 0, limit);
    }

    private static TopicId topic(String member) {
        return new TopicId(member.substring(member.lastIndexOf('|') + 1));
    }
}
