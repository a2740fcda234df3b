package dev.loper.promise;

import dev.loper.calendar.WorkspaceDay;
import dev.loper.conversation.Added;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Fingerprint;
import dev.loper.conversation.Said;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes promises: each change is one script, together with what is said of it.
@Component
class PromiseWriter {

    private static final LuaScript MAKE = LuaScript.load("promise-make");
    private static final LuaScript CHANGE = LuaScript.load("promise-change");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Said said;
    private final WorkspaceDay day;

    PromiseWriter(RedisStore store, RedisKeys keys, Said said, WorkspaceDay day) {
        this.store = store;
        this.keys = keys;
        this.said = said;
        this.day = day;
    }

    /// Says the sentence and records the promise.
    Added make(EntryWriter.Answer sentence, NewPromise promise) {
        return said.answer(sentence, (saying, facts) -> {
            facts.put("promise", promise.facts());
            List<String> all = keysOf(saying, sentence.topic());
            all.add(keys.of(Family.PROMISE_TEXTS));
            all.add(keys.of(Family.PROMISE_LINKS));
            return store.run(MAKE, all, List.of(RedisJson.write(facts), RedisJson.write(sentence.body()),
                    RedisJson.write(promise.text())));
        }).added();
    }

    /// Changes a promise and says so to the customer.
    PromiseChange tell(Promise promise, EntryWriter.Answer words, Verb verb) {
        return change(said.answer(words, changing(promise, verb, words.body())));
    }

    /// Changes a promise and has the timeline say so.
    PromiseChange note(Promise promise, Conversation conversation, EntryBody body, Verb verb) {
        return change(said.inside(conversation, promise.topic(), "system", body, changing(promise, verb, body)));
    }

    /// Changes a promise; only its card shows it.
    PromiseChange quietly(Promise promise, Conversation conversation, EntryBody body, Verb verb) {
        Said.Script change = changing(promise, verb, body);
        return change(said.inside(conversation, promise.topic(), "system", body, (saying, facts) -> {
            facts.remove("kind");
            return change.run(saying, facts);
        }));
    }

    /// Takes a timer away whose promise is gone.
    void drop(Timer timer) {
        store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer.member()));
    }

    /// What is done with a promise.
    ///
    /// @param word  as `promise-change.lua` knows it
    /// @param facts what it needs besides
    /// @param timer the timer that asks for it, if one does
    record Verb(String word, Map<String, Object> facts, @Nullable Timer timer) {

        static Verb of(String word, Object... pairs) {
            Map<String, Object> facts = new LinkedHashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                facts.put(String.valueOf(pairs[i]), pairs[i + 1]);
            }
            return new Verb(word, facts, null);
        }

        Verb with(Map<String, Object> more) {
            Map<String, Object> all = new LinkedHashMap<>(facts);
            all.putAll(more);
            return new Verb(word, all, timer);
        }

        Verb by(Timer asking) {
            return new Verb(word, facts, asking);
        }
    }

    private Said.Script changing(Promise promise, Verb verb, EntryBody body) {
        return (saying, facts) -> {
            facts.putAll(verb.facts());
            facts.put("promise", promise.id().value());
            facts.put("verb", verb.word());
            facts.put("print", Fingerprint.of(promise.id().value(), verb.word(), verb.facts().get("due")));
            Timer timer = verb.timer();
            if (timer != null) {
                facts.put("timer", timer.kind());
                facts.put("version", Long.parseLong(timer.version()));
            }
            List<String> all = keysOf(saying, promise.topic());
            all.add(keys.promiseFigures(day.today()));
            all.add(keys.of(Family.LATE_MAILS));
            return store.run(CHANGE, all,
                    List.of(RedisJson.write(facts), RedisJson.write(body)));
        };
    }

    private static PromiseChange change(Said.Reply reply) {
        return switch (reply.word()) {
            case "changed" -> new PromiseChange.Done(entry((String) reply.values().get(1)));
            case "used" -> throw Added.Used.problem();
            case "repeat" -> new PromiseChange.Repeat();
            case "closed" -> new PromiseChange.Closed(PromiseState.of((String) reply.values().get(1)).orElseThrow());
            case "unchanged" -> new PromiseChange.MovedOn();
            case "too-many" -> new PromiseChange.TooMany();
            default -> new PromiseChange.Gone();
        };
    }

    private List<String> keysOf(List<String> saying, TopicId topic) {
        return new ArrayList<>(said.withPromises(saying, topic));
    }

    private static @Nullable EntryId entry(String id) {
        return id.isEmpty() ? null : new EntryId(id);
    }
}
