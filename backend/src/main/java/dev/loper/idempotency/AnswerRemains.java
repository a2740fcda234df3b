package dev.loper.idempotency;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.Removal;
import org.springframework.stereotype.Component;

/// What kept answers tell of somebody who is erased. Which ones do nobody can see, for they are sealed; so their salt goes,
/// and with it all of them: that these writes were done stays known.
@Component
class AnswerRemains implements Remains {

    private final RedisKeys keys;

    AnswerRemains(RedisKeys keys) {
        this.keys = keys;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        removal.key(keys.of(Family.ANSWER_SALT));
    }
}
