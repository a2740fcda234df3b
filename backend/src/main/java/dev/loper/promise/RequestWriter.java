package dev.loper.promise;

import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Said;
import dev.loper.message.Author;
import dev.loper.message.PromiseId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ZAddParams;

/// Writes colleague requests: each change is one script, together with what is said of it.
@Component
class RequestWriter {

    private static final LuaScript CHANGE = LuaScript.load("request-change");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Said said;

    RequestWriter(RedisStore store, RedisKeys keys, Said said) {
        this.store = store;
        this.keys = keys;
        this.said = said;
    }

    /// What became of a change to a request.
    enum Outcome {
        DONE,
        /// It was done before, under the same client id.
        REPEAT,
        /// The client id was given to something else.
        USED,
        /// It is answered or withdrawn, or the promise is closed.
        CLOSED,
        /// So many were asked for this promise, or in this topic, already; or so many mails that answer nothing are told of it.
        ENOUGH,
        /// It has moved on, or is not there any more.
        NOT_THERE
    }

    /// What is done with a request.
    ///
    /// @param word  as `request-change.lua` knows it
    /// @param facts what it needs besides
    record Verb(String word, Map<String, Object> facts) {

        static Verb of(String word, Object... pairs) {
            Map<String, Object> facts = new LinkedHashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                facts.put(String.valueOf(pairs[i]), pairs[i + 1]);
            }
            return new Verb(word, facts);
        }

        Verb by(Timer timer) {
            Map<String, Object> all = new LinkedHashMap<>(facts);
            all.put("timer", timer.kind());
            all.put("version", Long.parseLong(timer.version()));
            return new Verb(word, all);
        }
    }

    /// Asks, and has the timeline say so.
    Outcome ask(RequestMatter matter, RequestId id, Verb verb, EntryBody body,
            ColleagueRequest.Text text) {
        return outcome(said.inside(matter.conversation(), matter.topic(), "system", body,
                changing(matter, id, verb, body, text)));
    }

    /// Changes a request and has the timeline say so.
    ///
    /// @param kind `system`, or `note` for what a colleague says
    Outcome tell(RequestMatter matter, RequestId id, String kind, Verb verb, EntryBody body) {
        return outcome(said.inside(matter.conversation(), matter.topic(), kind, body,
                changing(matter, id, verb, body, null)));
    }

    /// Changes a request without a word.
    Outcome quietly(RequestMatter matter, RequestId id, Verb verb) {
        EntryBody nothing = EntryBody.promise(Author.SYSTEM, EntryBody.Event.until("request", null), "", id.value());
        Said.Script change = changing(matter, id, verb, nothing, null);
        return outcome(said.inside(matter.conversation(), matter.topic(), "system", nothing, (saying, facts) -> {
            facts.remove("kind");
            return change.run(saying, facts);
        }));
    }

    /// Has a timer come again later.
    void postpone(Timer timer, Instant until) {
        store.with(redis -> redis.zadd(keys.of(Family.TIMERS), until.toEpochMilli(), timer.member(),
                ZAddParams.zAddParams().xx()));
    }

    /// Takes a timer away whose request is gone.
    void drop(Timer timer) {
        store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer.member()));
    }

    private Said.Script changing(RequestMatter matter, RequestId id, Verb verb, EntryBody body,
            ColleagueRequest.@Nullable Text text) {
        return (saying, facts) -> {
            facts.putAll(verb.facts());
            PromiseId promise = matter.promiseId();
            if (promise != null) {
                facts.put("promise", promise.value());
            }
            facts.put("request", id.value());
            facts.put("verb", verb.word());
            return store.run(CHANGE, keysOf(saying, matter), List.of(RedisJson.write(facts),
                    RedisJson.write(body), text == null ? "" : RedisJson.write(text)));
        };
    }

    private List<String> keysOf(List<String> saying, RequestMatter matter) {
        PromiseId promise = matter.promiseId();
        List<String> all = new ArrayList<>(saying);
        all.addAll(List.of(keys.of(Family.PROMISES), keys.of(Family.PROMISE_VIEWS), keys.topicPromises(matter.topic()),
                keys.of(Family.REQUESTS), keys.of(Family.REQUEST_TEXTS),
                promise == null ? keys.topicRequests(matter.topic()) : keys.promiseRequests(promise),
                keys.of(Family.REQUEST_LINKS)));
        return all;
    }

    private static Outcome outcome(Said.Reply reply) {
        return switch (reply.word()) {
            case "changed" -> Outcome.DONE;
            case "repeat" -> Outcome.REPEAT;
            case "used" -> Outcome.USED;
            case "closed" -> Outcome.CLOSED;
            case "enough" -> Outcome.ENOUGH;
            default -> Outcome.NOT_THERE;
        };
    }
}
