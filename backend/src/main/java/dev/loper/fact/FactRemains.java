package dev.loper.fact;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.Removal;
import org.springframework.stereotype.Component;

/// What they told us.
@Component
class FactRemains implements Remains {

    /// A home was in more than one conversation if it was joined and taken apart.
    private static final int MOST = 100;

    private final Facts facts;
    private final RedisFacts reads;
    private final RedisKeys keys;

    FactRemains(Facts facts, RedisFacts reads, RedisKeys keys) {
        this.facts = facts;
        this.reads = reads;
        this.keys = keys;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        facts.of(erased.conversation().homes()).forEach(kept -> FactDay.of(kept.fact()).ifPresent(day -> {
            String from = day.prefix(kept.fact().kind(), kept.home());
            removal.members(keys.of(Family.OCCASIONS), reads.occasions(from, MOST));
        }));
        erased.conversation().homes().forEach(home -> removal.key(keys.facts(home)));
    }
}
