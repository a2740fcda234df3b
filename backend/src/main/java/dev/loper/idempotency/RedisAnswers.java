package dev.loper.idempotency;

import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.secret.SigningKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The answers to writes with a key, in Redis for a day. They are sealed under the key itself, which is kept nowhere, and
/// under a salt that goes when a customer is erased: an answer may hold a secret that was shown once, or what was said by
/// somebody who is to be forgotten.
@Component
class RedisAnswers {

    private static final LuaScript ANSWER = LuaScript.load("answer");
    static final Duration KEPT = Duration.ofHours(24);
    /// For so long a request is believed to be running that was not seen to end: its node may have died.
    static final Duration RUNNING = Duration.ofMinutes(1);

    private static final int SALT = 32;

    private final RedisStore store;
    private final RedisKeys keys;
    private final AnswerSeal seal;
    private final SecureRandom random = new SecureRandom();

    RedisAnswers(RedisStore store, RedisKeys keys, SigningKeys secrets) {
        this.store = store;
        this.keys = keys;
        this.seal = new AnswerSeal(secrets.derive("kept-answer"));
    }

    /// @param print what the request asks
    Begun begin(WriteKey key, String print) {
        String owner = UUID.randomUUID().toString();
        List<Object> reply = run(key, "begin", owner, print, Long.toString(RUNNING.toMillis()), salt());
        return switch (String.valueOf(reply.getFirst())) {
            case "begun" -> new Begun.First(owner, String.valueOf(reply.get(1)));
            case "running" -> new Begun.Running();
            case "done" -> new Begun.Done(open(key, String.valueOf(reply.get(1)), String.valueOf(reply.get(2))));
            default -> new Begun.Other();
        };
    }

    private String salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }

    /// Of what was sealed before a customer was erased only that it was done is known.
    private KeptAnswer open(WriteKey key, String closed, String salt) {
        return closed.isEmpty()
                ? KeptAnswer.DONE
                : seal.open(key, salt, closed).map(json -> RedisJson.read(json, KeptAnswer.class)).orElse(
                        KeptAnswer.DONE);
    }

    void keep(WriteKey key, Begun.First begun, KeptAnswer answer) {
        run(key, "keep", begun.owner(), seal.close(key, begun.salt(), RedisJson.write(answer)), Long.toString(
                KEPT.toMillis()), begun.salt());
    }

    /// A failure is not kept: the request may be sent again.
    void forget(WriteKey key, Begun.First begun) {
        run(key, "forget", begun.owner());
    }

    private List<Object> run(WriteKey key, String... args) {
        return store.run(ANSWER, List.of(keys.answer(key.person(), key.digest()), keys.of(Family.ANSWER_SALT)),
                List.of(args));
    }
}
