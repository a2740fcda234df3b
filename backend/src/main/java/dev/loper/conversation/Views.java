package dev.loper.conversation;

import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads views: lists of topics. A page and a count cost the same however much there is.
@Component
public class Views {

    private final RedisStore store;
    private final RedisKeys keys;

    Views(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// A view as it is filed.
    ///
    /// @param key `all`, `unassigned`, `snoozed`, `resolved`, `mine:<person>`
    public record View(String key) {

        /// A view by the name people know, as seen by one of them.
        ///
        /// @param name `mine`, `unassigned`, `all`, `snoozed` or `resolved`
        public static Optional<View> named(String name, PersonId person) {
            return switch (name) {
                case "mine" -> Optional.of(new View("mine:" + person));
                case "unassigned", "all", "snoozed", "resolved" -> Optional.of(new View(name));
                default -> Optional.empty();
            };
        }
    }

    /// A page of a view.
    ///
    /// @param next the cursor of the next page; none after the last
    public record Page(List<TopicId> topics, @Nullable String next) {}

    /// How many topics are in a view, and in how many of them a customer waits.
    public record Count(long topics, long waiting) {}

    /// @param cursor the `next` of the page before, or none for the first
    public Page page(View view, @Nullable String cursor, int limit) {
        String prefix = view.key() + "|";
        String min = cursor == null ? "[" + prefix : "(" + prefix + cursor;
        List<String> members = store.with(
                redis -> redis.zrangeByLex(keys.of(Family.VIEWS), min, "(" + view.key() + "}", 0, limit));
        List<TopicId> topics = members.stream().map(
                member -> new TopicId(member.substring(member.lastIndexOf('|') + 1))).toList();
        return new Page(topics, members.size() < limit ? null : members.getLast().substring(prefix.length()));
    }

    /// Several views counted in one trip, in the order asked.
    public List<Count> count(List<View> views) {
        String key = keys.of(Family.VIEWS);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<Long>> all = views.stream().map(
                        view -> pipeline.zlexcount(key, "[" + view.key() + "|", "(" + view.key() + "}")).toList();
                List<Response<Long>> waiting = views.stream().map(
                        view -> pipeline.zlexcount(key, "[" + view.key() + "|a", "(" + view.key() + "|b")).toList();
                pipeline.sync();
                return java.util.stream.IntStream.range(0, views.size()).mapToObj(
                        i -> new Count(all.get(i).get(), waiting.get(i).get())).toList();
            }
        });
    }
}
