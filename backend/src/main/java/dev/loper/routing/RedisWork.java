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
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The topics somebody has, read from the views: those that are open, and those that will come back to them.
@Component
class RedisWork {

    private static final int PAGE = 200;

    /// @param open    those included in which a customer waits
    /// @param snoozed those that will come back to them
    record Count(long open, long waiting, long snoozed) {

        static final Count NONE = new Count(0, 0, 0);

        long all() {
            return open + snoozed;
        }

        Count plus(Count other) {
            return new Count(open + other.open, waiting + other.waiting, snoozed + other.snoozed);
        }
    }

    private final RedisStore store;
    private final RedisKeys keys;
    private final Topics topics;

    RedisWork(RedisStore store, RedisKeys keys, Topics topics) {
        this.store = store;
        this.keys = keys;
        this.topics = topics;
    }

    /// How much somebody has in some queues.
    Count count(PersonId person, Queues within) {
        return switch (within) {
            case Queues.All every -> count(mine(person), held(person));
            case Queues.Only only -> only.queues().stream().map(queue -> count(person, queue)).reduce(Count.NONE,
                    Count::plus);
        };
    }

    Count count(PersonId person, QueueId queue) {
        return count(View.of(mine(person), queue), View.of(held(person), queue));
    }

    private Count count(String mine, String held) {
        String views = keys.of(Family.VIEWS);
        return store.with(redis -> new Count(redis.zlexcount(views, "[" + mine + "|", "(" + mine + "}"),
                redis.zlexcount(views, "[" + mine + "|a", "(" + mine + "|b"),
                redis.zlexcount(views, "[" + held + "|", "(" + held + "}")));
    }

    /// All somebody has, read as far as it is asked for: what is open, the longest waiting before all others, and then what will
    /// come back to them.
    Stream<Topic> all(PersonId person) {
        return Stream.of(mine(person), held(person)).flatMap(this::inRange);
    }

    /// Those in one queue.
    Stream<Topic> all(PersonId person, QueueId queue) {
        return Stream.of(mine(person), held(person)).flatMap(range -> inRange(View.of(range, queue)));
    }

    private static String mine(PersonId person) {
        return "mine:" + person;
    }

    private static String held(PersonId person) {
        return "held:" + person;
    }

    private Stream<Topic> inRange(String range) {
        return Stream.iterate(page(range, "[" + range + "|"), members -> !members.isEmpty(),
                members -> members.size() < PAGE ? List.of() : page(range, "(" + members.getLast())).flatMap(
                        members -> topics.find(members.stream().map(RedisWork::topic).toList()).stream());
    }

    private List<String> page(String range, String from) {
        return store.with(redis -> redis.zrangeByLex(keys.of(Family.VIEWS), from, "(" + range + "}", 0, PAGE));
    }

    private static TopicId topic(String member) {
        return new TopicId(member.substring(member.lastIndexOf('|') + 1));
    }
}
