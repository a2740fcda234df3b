package dev.loper.idempotency;

import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import dev.loper.secret.SigningKeys;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The answers to writes with a key, in Redis for a day. They are sealed under the key itself, which is kept nowhere: an
/// answer may hold a secret that was shown once.
@Component
class RedisAnswers {

    private static final LuaScript ANSWER = LuaScript.load("answer");
    static final Duration KEPT = Duration.ofHours(24);
    /// For so long a request is believed to be running that was not seen to end: its node may have died.
    static final Duration RUNNING = Duration.ofMinutes(1);

    private final RedisStore store;
    private final RedisKeys keys;
    private final AnswerSeal seal;

    RedisAnswers(RedisStore store, RedisKeys keys, SigningKeys secrets) {
        this.store = store;
        this.keys = keys;
        this.seal = new AnswerSeal(secrets.derive("kept-answer"));
    }

    /// @param print what the request asks
    Begun begin(WriteKey key, String print) {
        String owner = UUID.randomUUID().toString();
        List<Object> reply = run(key, "begin", owner, print, Long.toString(RUNNING.toMillis()));
        return switch (String.valueOf(reply.getFirst())) {
            case "begun" -> new Begun.First(owner);
            case "running" -> new Begun.Running();
            case "done" -> new Begun.Done(RedisJson.read(seal.open(key, (String) reply.get(1)), KeptAnswer.class));
            default -> new Begun.Other();
        };
    }

    void keep(WriteKey key, Begun.First begun, KeptAnswer answer) {
        run(key, "keep", begun.owner(), seal.close(key, RedisJson.write(answer)), Long.toString(KEPT.toMillis()));
    }

    /// A failure is not kept: the request may be sent again.
    void forget(WriteKey key, Begun.First begun) {
        run(key, "forget", begun.owner());
    }

    private List<Object> run(WriteKey key, String... args) {
        return store.run(ANSWER, List.of(keys.answer(key.person(), key.digest())), List.of(args));
    }
}
