package dev.loper.conversation;

import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads views: lists of topics. A page and a count cost the same however much there is.
@Component
public class Views {

    /// A place in the order of topics.
    static final Pattern CURSOR = Pattern.compile("[a-z]\\d{13}\\|[0-9a-f]{1,40}");

    private final RedisStore store;
    private final RedisKeys keys;
    private final MergedRanges ranges = new MergedRanges(this::read);

    Views(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// A page of a view.
    ///
    /// @param next the cursor of the next page; none after the last
    public record Page(List<TopicId> topics, @Nullable String next) {}

    /// How many topics are in a view, in how many of them a customer waits, and since when the first of those.
    public record Count(long topics, long waiting, @Nullable Instant since) {

        /// Of nothing.
        public static final Count NONE = new Count(0, 0, null);

        Count plus(Count other) {
            Instant earliest = Stream.of(this, other).map(Count::since).filter(Objects::nonNull).min(
                    Instant::compareTo).orElse(null);
            return new Count(topics + other.topics, waiting + other.waiting, earliest);
        }
    }

    /// @param cursor the `next` of the page before, or none for the first. It is a place in the order of topics, not in one
    ///               range, so it stays good whatever comes and goes, and whichever queues its reader has
    public Page page(View view, @Nullable String cursor, int limit) {
        List<String> places = ranges.page(view.ranges(), cursor == null ? "" : cursor, limit);
        List<TopicId> topics = places.stream().map(
                place -> new TopicId(place.substring(place.lastIndexOf('|') + 1))).distinct().toList();
        return new Page(topics, places.size() < limit ? null : places.getLast());
    }

    /// Several views counted in one trip, in the order asked.
    public List<Count> count(List<View> views) {
        String key = keys.of(Family.VIEWS);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<List<Counting>> counted = views.stream().map(
                        view -> view.ranges().stream().map(
                                range -> Counting.begin(pipeline, key, range)).toList()).toList();
                pipeline.sync();
                return counted.stream().map(
                        view -> view.stream().map(Counting::count).reduce(Count.NONE, Count::plus)).toList();
            }
        });
    }

    /// The topic in each of these ranges in which somebody waits longest; ranges in which nobody waits are left out.
    public List<TopicId> longestWaiting(List<String> ranges) {
        String key = keys.of(Family.VIEWS);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> first = ranges.stream().map(
                        range -> pipeline.zrangeByLex(key, "[" + range + "|a", "(" + range + "|b", 0, 1)).toList();
                pipeline.sync();
                return first.stream().flatMap(found -> found.get().stream()).map(
                        member -> new TopicId(member.substring(member.lastIndexOf('|') + 1))).toList();
            }
        });
    }

    /// How many wait before each of these topics in its queue for somebody to take them up, in the order asked and in one trip.
    /// Of a topic that does not wait so: how many do.
    public List<Long> waitingBefore(List<Topic> topics) {
        if (topics.isEmpty()) {
            return List.of();
        }
        String key = keys.of(Family.VIEWS);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<Long>> before = topics.stream().map(topic -> {
                    String range = View.of("unassigned", topic.queue()) + "|";
                    return pipeline.zlexcount(key, "[" + range + "a", "(" + range + topic.order() + "|" + topic.id());
                }).toList();
                pipeline.sync();
                return before.stream().map(Response::get).toList();
            }
        });
    }

    private List<List<String>> read(List<MergedRanges.Wanted> wanted) {
        String key = keys.of(Family.VIEWS);
        List<List<String>> found = store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> members = wanted.stream().map(
                        piece -> pipeline.zrangeByLex(key, start(piece), "(" + piece.range() + "}", 0,
                                piece.limit())).toList();
                pipeline.sync();
                return members.stream().map(Response::get).toList();
            }
        });
        return java.util.stream.IntStream.range(0, wanted.size()).mapToObj(
                i -> places(wanted.get(i).range(), found.get(i))).toList();
    }

    private static String start(MergedRanges.Wanted piece) {
        return (piece.after().isEmpty() ? "[" : "(") + piece.range() + "|" + piece.after();
    }

    /// A member without its range is a place in the order of all topics.
    private static List<String> places(String range, List<String> members) {
        return members.stream().map(member -> member.substring(range.length() + 1)).toList();
    }

    /// A range being counted. The topics in which somebody waits come first, the longest waiting at the top.
    private record Counting(Response<Long> topics, Response<Long> waiting, Response<List<String>> first, int prefix) {

        static Counting begin(AbstractPipeline pipeline, String key, String range) {
            String waits = "[" + range + "|a";
            String others = "(" + range + "|b";
            return new Counting(pipeline.zlexcount(key, "[" + range + "|", "(" + range + "}"),
                    pipeline.zlexcount(key, waits, others), pipeline.zrangeByLex(key, waits, others, 0, 1),
                    range.length() + 2);
        }

        Count count() {
            Instant since = first.get().stream().findFirst().map(
                    member -> member.substring(prefix, member.lastIndexOf('|'))).map(Long::parseLong).map(
                            Instant::ofEpochMilli).orElse(null);
            return new Count(topics.get(), waiting.get(), since);
        }
    }
}
