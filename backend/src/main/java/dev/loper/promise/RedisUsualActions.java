package dev.loper.promise;

import dev.loper.promise.PromiseSentence.Language;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What a house usually promises to do, in each language: sentences to be taken instead of typed.
@Component
class RedisUsualActions {

    private final RedisStore store;
    private final RedisKeys keys;

    RedisUsualActions(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// @return the sentences of each language, in their order; of one nobody wrote any for, none
    Map<Language, List<String>> all() {
        Map<String, String> kept = store.with(redis -> redis.hgetAll(keys.of(Family.PROMISE_ACTIONS)));
        return Arrays.stream(Language.values()).collect(Collectors.toMap(language -> language, language -> {
            String json = kept.get(language.tag());
            return json == null ? List.of() : List.of(RedisJson.read(json, String[].class));
        }));
    }

    void save(Map<Language, List<String>> sentences) {
        Map<String, String> kept = sentences.entrySet().stream().collect(Collectors.toMap(one -> one.getKey().tag(),
                one -> RedisJson.write(one.getValue())));
        store.with(redis -> redis.hset(keys.of(Family.PROMISE_ACTIONS), kept));
    }
}
