package dev.loper.fact;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.Removal;
import java.util.List;
import org.springframework.stereotype.Component;

/// What they told us.
@Component
class FactRemains implements Remains {

    private final RedisFacts reads;
    private final RedisKeys keys;

    FactRemains(RedisFacts reads, RedisKeys keys) {
        this.reads = reads;
        this.keys = keys;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        List<String> fields = FactDays.fields(erased.conversation());
        reads.days(fields).forEach((field, filed) -> {
            removal.fields(keys.of(Family.OCCASION_DAYS), List.of(field, field + "|at"));
            if (!filed.member().isEmpty()) {
                removal.member(keys.of(Family.OCCASIONS), filed.member());
            }
        });
        erased.conversation().homes().forEach(home -> removal.key(keys.facts(home)));
    }
}
