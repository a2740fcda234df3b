package dev.loper.promise;

import dev.loper.promise.PromiseSentence.Language;
import dev.loper.redis.KeptVersion;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a house usually promises to do, in each language: sentences to be taken instead of typed.
@Component
class RedisUsualActions {

    private static final LuaScript WRITE = LuaScript.load("promise-actions-write");

    private final RedisStore store;
    private final RedisKeys keys;

    RedisUsualActions(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// The sentences of each language, in their order; of one nobody wrote any for, none.
    ///
    /// @param version names them as they are
    record Kept(Map<Language, List<String>> sentences, String version) {}

    Kept all() {
        Map<String, String> kept = store.with(redis -> redis.hgetAll(keys.of(Family.PROMISE_ACTIONS)));
        Map<Language, List<String>> sentences = Arrays.stream(Language.values()).collect(Collectors.toMap(
                language -> language, language -> {
                    String json = kept.get(language.tag());
                    return json == null ? List.of() : List.of(RedisJson.read(json, String[].class));
                }));
        return new Kept(sentences, KeptVersion.of(kept.getOrDefault("en", "") + "\n" + kept.getOrDefault("nl", "")));
    }

    /// @param replaces the version it replaces; none writes them whatever there is
    /// @return whether it still was that one
    boolean save(Map<Language, List<String>> sentences, @Nullable String replaces) {
        return store.run(WRITE, List.of(keys.of(Family.PROMISE_ACTIONS)), List.of(replaces == null ? "" : replaces,
                json(sentences, Language.ENGLISH), json(sentences, Language.DUTCH))).getFirst().equals("written");
    }

    private static String json(Map<Language, List<String>> sentences, Language language) {
        return RedisJson.write(sentences.getOrDefault(language, List.of()));
    }
}
