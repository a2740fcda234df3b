package dev.loper.handover;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where they went on, and what proved it.
@Component
class RedisHandoverRemains implements Remains {

    private final RedisStore store;
    private final RedisKeys keys;
    private final HandoverProofs proofs;

    RedisHandoverRemains(RedisStore store, RedisKeys keys, HandoverProofs proofs) {
        this.store = store;
        this.keys = keys;
        this.proofs = proofs;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        erased.topics().forEach(topic -> {
            removal.key(keys.topicHandovers(topic.id()));
            store.with(redis -> redis.zrange(keys.topicHandovers(topic.id()), 0, -1)).forEach(
                    id -> handover(new HandoverId(id), removal));
        });
    }

    private void handover(HandoverId id, Removal removal) {
        removal.field(keys.of(Family.HANDOVERS), id.value());
        removal.timersOf(id.value());
        String json = store.with(redis -> redis.hget(keys.of(Family.HANDOVERS), id.value()));
        if (json == null) {
            return;
        }
        Handover.Stored stored = RedisJson.read(json, Handover.Stored.class);
        int number = stored.number() == null ? 0 : stored.number();
        removal.field(keys.of(Family.HANDOVER_CODES), proofs.digestOfCode(proofs.code(id, number)));
        // As they were made: of a letter's the topic is a part, and that may be another by now.
        removal.fields(keys.of(Family.HANDOVER_TOKENS),
                Optional.ofNullable(stored.tokens()).orElse(List.of()));
    }
}
