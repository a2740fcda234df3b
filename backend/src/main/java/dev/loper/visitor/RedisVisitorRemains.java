package dev.loper.visitor;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/// What they typed in the chat's form, and as whom they were signed in on a site.
@Component
class RedisVisitorRemains implements Remains {

    private static final ScanParams PACE = new ScanParams().count(1000);

    private final RedisStore store;
    private final RedisKeys keys;

    RedisVisitorRemains(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        Set<String> visitors = erased.visitors().map(visitor -> visitor.value()).collect(Collectors.toSet());
        visitors.forEach(visitor -> {
            removal.key(keys.visitor(visitor));
            removal.key(keys.code(visitor));
        });
        if (!visitors.isEmpty()) {
            users(visitors, removal);
        }
    }

    /// Of which user of a site each browser was, only the index of users knows.
    private void users(Set<String> visitors, Removal removal) {
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<Map.Entry<String, String>> page = store.with(
                    redis -> redis.hscan(keys.of(Family.SITE_USERS), from, PACE));
            List<String> theirs = page.getResult().stream().filter(user -> visitors.contains(user.getValue())).map(
                    Map.Entry::getKey).toList();
            removal.fields(keys.of(Family.SITE_USERS), theirs);
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }
}
