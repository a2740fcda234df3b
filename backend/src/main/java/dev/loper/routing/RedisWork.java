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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /// Those that are open and in which somebody waits, the longest waiting first, read as far as it is asked for.
    Stream<Topic> waiting(PersonId person) {
        String range = mine(person);
        return inRange("[" + range + "|a", "(" + range + "|b");
    }

    /// A few of those in which nobody waits, or that will come back to somebody: as many as one reading gives, however many
    /// there are.
    ///
    /// @param next where the next reading goes on; none after the last
    record Some(List<Topic> topics, @Nullable String next) {}

    /// @param from the `next` of the reading before; none for the first
    Some others(PersonId person, @Nullable String from) {
        String open = mine(person);
        String back = held(person);
        List<String> members = new ArrayList<>();
        if (from == null || from.startsWith(open)) {
            members.addAll(page(from == null ? "[" + open + "|b" : "(" + from, "(" + open + "}", PAGE));
        }
        if (members.size() < PAGE) {
            String after = from != null && from.startsWith(back) ? "(" + from : "[" + back + "|";
            members.addAll(page(after, "(" + back + "}", PAGE - members.size()));
        }
        return new Some(topics.find(members.stream().map(RedisWork::topic).toList()),
                members.size() < PAGE ? null : members.getLast());
    }

    /// Whether they still have one of these.
    boolean stillHas(PersonId person, List<Topic> some) {
        return topics.find(some.stream().map(Topic::id).toList()).stream().anyMatch(
                topic -> person.equals(topic.assignee()));
    }

    private static String mine(PersonId person) {
        return "mine:" + person;
    }

    private static String held(PersonId person) {
        return "held:" + person;
    }

    private Stream<Topic> inRange(String range) {
        return inRange("[" + range + "|", "(" + range + "}");
    }

    private Stream<Topic> inRange(String from, String until) {
        return Stream.iterate(page(from, until, PAGE), members -> !members.isEmpty(),
                members -> members.size() < PAGE ? List.of() : page("(" + members.getLast(), until, PAGE)).flatMap(
                        members -> topics.find(members.stream().map(RedisWork::topic).toList()).stream());
    }

    private List<String> page(String from, String until, int limit) {
        return store.with(redis -> redis.zrangeByLex(keys.of(Family.VIEWS), from, until, 0, limit));
    }

    private static TopicId topic(String member) {
        return new TopicId(member.substring(member.lastIndexOf('|') + 1));
    }
}
