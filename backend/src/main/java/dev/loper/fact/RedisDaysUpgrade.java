package dev.loper.fact;

import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.Tuple;

/// Files days anew that an earlier version filed as hints (`05-12|birthday|h1|v1`): what they are stands in the ledger. It may be
/// broken off and done again.
@Component
class RedisDaysUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(RedisDaysUpgrade.class);
    private static final int PARTS = 4;
    private static final ScanParams PACE = new ScanParams().count(500);

    private final Facts facts;
    private final RedisStore store;
    private final RedisKeys keys;

    RedisDaysUpgrade(Facts facts, RedisStore store, RedisKeys keys) {
        this.facts = facts;
        this.store = store;
        this.keys = keys;
    }

    @EventListener(ApplicationReadyEvent.class)
    void run() {
        try {
            String cursor = ScanParams.SCAN_POINTER_START;
            do {
                String from = cursor;
                ScanResult<Tuple> page = store.with(redis -> redis.zscan(keys.of(Family.OCCASIONS), from, PACE));
                page.getResult().stream().map(Tuple::getElement).forEach(this::file);
                cursor = page.getCursor();
            } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        } catch (StoreUnavailableException e) {
            LOG.warn("Redis is away: days that an earlier version filed are looked for at the next start.", e);
        }
    }

    private void file(String member) {
        String[] parts = member.split("\\|", -1);
        if (parts.length != PARTS) {
            return;
        }
        HomeId home = new HomeId(parts[2]);
        List<Fact> days = facts.of(List.of(home)).stream().map(Facts.Kept::fact).filter(
                fact -> FactDay.KINDS.contains(fact.kind())).toList();
        facts.say(new ConversationId(parts[3]), home, days);
        store.with(redis -> redis.zrem(keys.of(Family.OCCASIONS), member));
    }
}
