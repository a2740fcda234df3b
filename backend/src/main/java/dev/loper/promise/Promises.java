package dev.loper.promise;

import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads promises.
@Component
class Promises {

    /// A place in the order of promises, as [#cursor] makes it.
    static final Pattern CURSOR = Pattern.compile("[a-z]\\d{13}\\|[\\w-]{1,60}");

    private static final int OF_ONE_TOPIC = 50;
    /// The last moment that thirteen digits of milliseconds can name.
    private static final Instant LAST = Instant.ofEpochMilli(9_999_999_999_999L);

    private final RedisStore store;
    private final RedisKeys keys;

    Promises(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    Optional<Promise> find(PromiseId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /// Several in one trip, in the order asked; those that are gone are left out.
    List<Promise> find(List<PromiseId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String[] names = ids.stream().map(PromiseId::value).toArray(String[]::new);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Response<List<String>> states = pipeline.hmget(keys.of(Family.PROMISES), names);
                Response<List<String>> texts = pipeline.hmget(keys.of(Family.PROMISE_TEXTS), names);
                pipeline.sync();
                return IntStream.range(0, names.length).boxed().flatMap(i -> read(ids.get(i), states.get().get(i),
                        texts.get().get(i))).toList();
            }
        });
    }

    private static Stream<Promise> read(PromiseId id, String state, String text) {
        return state == null || text == null
                ? Stream.empty()
                : Stream.of(Promise.of(id, RedisJson.read(state, Promise.Stored.class),
                        RedisJson.read(text, Promise.Text.class)));
    }

    /// The promises of some topics: open ones by their moment, then closed ones; 50 of each topic at the most.
    List<Promise> of(Collection<TopicId> topics) {
        List<PromiseId> ids = store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> found = topics.stream().map(
                        topic -> pipeline.zrange(keys.topicPromises(topic), 0, OF_ONE_TOPIC - 1)).toList();
                pipeline.sync();
                return found.stream().flatMap(list -> list.get().stream()).map(PromiseId::new).toList();
            }
        });
        return find(ids).stream().filter(promise -> promise.state() != PromiseState.WITHDRAWN).sorted(
                java.util.Comparator.comparing(Promise::order)).toList();
    }

    /// The promise whose page a link shows.
    ///
    /// @param digest of the link's token, as [PromiseLinks] makes it
    Optional<Promise> linked(String digest) {
        return Optional.ofNullable(store.with(redis -> redis.hget(keys.of(Family.PROMISE_LINKS), digest))).map(
                PromiseId::new).flatMap(this::find);
    }

    /// A page of several lists as one: open promises by their moment, then closed ones, the last closed first. It costs a
    /// page of each list, whatever there is.
    ///
    /// @param lists such as `late` or `owner:p1:open`
    /// @param after the [#cursor] of the promise before; empty for the first page
    /// @param until only those to be kept, and before this moment; none takes all
    List<Promise> page(List<String> lists, String after, @Nullable Instant until, int limit) {
        List<String> members = store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<List<String>>> found = lists.stream().map(list -> pipeline.zrangeByLex(
                        keys.of(Family.PROMISE_VIEWS), after.isEmpty() ? "[" + list + "|" : "(" + list + "|" + after,
                        end(list, until), 0, limit)).toList();
                pipeline.sync();
                List<String> all = new ArrayList<>();
                for (int i = 0; i < lists.size(); i++) {
                    int prefix = lists.get(i).length() + 1;
                    found.get(i).get().forEach(member -> all.add(member.substring(prefix)));
                }
                return all;
            }
        });
        return find(members.stream().sorted().distinct().limit(limit).map(
                member -> new PromiseId(member.substring(member.indexOf('|') + 1))).toList());
    }

    /// Where a list ends, as `promise_order` in `promises.lua` has it.
    private static String end(String list, @Nullable Instant until) {
        if (until == null) {
            return "(" + list + "}";
        }
        return "(" + list + (until.isAfter(LAST)
                ? "|b"
                : "|a%013d".formatted(until.isBefore(Instant.EPOCH) ? 0 : until.toEpochMilli()));
    }

    static String cursor(Promise promise) {
        return promise.order() + "|" + promise.id();
    }

    /// How many promises are in some lists together, none of which holds one of another.
    ///
    /// @param until only those to be kept, and before this moment; none takes all
    long count(List<String> lists, @Nullable Instant until) {
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                List<Response<Long>> found = lists.stream().map(list -> pipeline.zlexcount(
                        keys.of(Family.PROMISE_VIEWS), "[" + list + "|", end(list, until))).toList();
                pipeline.sync();
                return found.stream().mapToLong(Response::get).sum();
            }
        });
    }
}
