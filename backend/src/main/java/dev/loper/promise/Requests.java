package dev.loper.promise;

import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// Reads colleague requests.
@Component
class Requests {

    /// More are not asked for one promise, or one topic.
    static final int OF_ONE = 20;
    /// No more mails of one are told that answer nothing: a machine's, and those that come after the answer.
    static final int TOLD_OF_ONE = 10;

    private final RedisStore store;
    private final RedisKeys keys;

    Requests(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// What colleagues were asked for a promise, the newest first.
    List<ColleagueRequest> of(PromiseId promise) {
        return newest(keys.promiseRequests(promise));
    }

    /// What colleagues were asked in a topic, for no promise, the newest first.
    List<ColleagueRequest> of(TopicId topic) {
        return newest(keys.topicRequests(topic));
    }

    List<ColleagueRequest> of(RequestMatter matter) {
        Promise promise = matter.promise();
        return promise == null ? of(matter.topic()) : of(promise.id());
    }

    private List<ColleagueRequest> newest(String asked) {
        return all(store.with(redis -> redis.zrevrange(asked, 0, OF_ONE - 1)));
    }

    Optional<ColleagueRequest> find(RequestId id) {
        return all(List.of(id.value())).stream().findFirst();
    }

    /// The request a link or a mail stands for.
    ///
    /// @param digest of its token, as [RequestLinks] makes it
    Optional<ColleagueRequest> linked(String digest) {
        return Optional.ofNullable(store.with(redis -> redis.hget(keys.of(Family.REQUEST_LINKS), digest))).map(
                RequestId::new).flatMap(this::find);
    }

    private List<ColleagueRequest> all(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String[] names = ids.toArray(String[]::new);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Response<List<String>> states = pipeline.hmget(keys.of(Family.REQUESTS), names);
                Response<List<String>> texts = pipeline.hmget(keys.of(Family.REQUEST_TEXTS), names);
                pipeline.sync();
                return IntStream.range(0, names.length).boxed().flatMap(i -> read(names[i], states.get().get(i),
                        texts.get().get(i))).toList();
            }
        });
    }

    private static Stream<ColleagueRequest> read(String id, String state, String text) {
        return state == null || text == null
                ? Stream.empty()
                : Stream.of(ColleagueRequest.of(new RequestId(id),
                        RedisJson.read(state, ColleagueRequest.Stored.class),
                        RedisJson.read(text, ColleagueRequest.Text.class)));
    }
}
