package dev.loper.promise;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.message.PromiseId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What they were promised, and what colleagues were asked for it or for an answer: with its words, links, lists and timers. What was counted
/// stays: it names nobody.
@Component
class PromiseRemains implements Remains {

    private final RedisStore store;
    private final RedisKeys keys;
    private final PromiseLinks links;
    private final RequestLinks requests;

    PromiseRemains(RedisStore store, RedisKeys keys, PromiseLinks links, RequestLinks requests) {
        this.store = store;
        this.keys = keys;
        this.links = links;
        this.requests = requests;
    }

    /// Where `promises.lua` filed it.
    private record Filed(String order, @Nullable List<String> lists) {}

    @Override
    public void of(Erased erased, Removal removal) {
        erased.topics().forEach(topic -> {
            removal.key(keys.topicPromises(topic.id()));
            all(keys.topicPromises(topic.id())).forEach(id -> promise(new PromiseId(id), removal));
            removal.key(keys.topicRequests(topic.id()));
            all(keys.topicRequests(topic.id())).forEach(request -> request(new RequestId(request), removal));
        });
    }

    private void promise(PromiseId id, Removal removal) {
        removal.field(keys.of(Family.PROMISES), id.value());
        removal.field(keys.of(Family.PROMISE_TEXTS), id.value());
        removal.field(keys.of(Family.PROMISE_LINKS), links.digestOf(id));
        removal.timersOf(id.value());
        String json = store.with(redis -> redis.hget(keys.of(Family.PROMISES), id.value()));
        if (json != null) {
            Filed filed = RedisJson.read(json, Filed.class);
            if (filed.lists() != null) {
                removal.members(keys.of(Family.PROMISE_VIEWS), filed.lists().stream().map(
                        list -> list + "|" + filed.order() + "|" + id.value()).toList());
            }
        }
        removal.key(keys.promiseRequests(id));
        all(keys.promiseRequests(id)).forEach(request -> request(new RequestId(request), removal));
    }

    private void request(RequestId id, Removal removal) {
        removal.field(keys.of(Family.REQUESTS), id.value());
        removal.field(keys.of(Family.REQUEST_TEXTS), id.value());
        removal.fields(keys.of(Family.REQUEST_LINKS), List.of(requests.digestOf(id), requests.markDigestOf(id)));
        removal.timersOf(id.value());
    }

    private List<String> all(String set) {
        return store.with(redis -> redis.zrange(set, 0, -1));
    }
}
