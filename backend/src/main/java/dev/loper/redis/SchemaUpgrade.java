package dev.loper.redis;

import dev.loper.redis.RedisKeys.Family;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/// Brings data of an earlier version to this one, before anything else reads or writes it.
///
/// Each step may be done again, and by two nodes at once: a step that was broken off begins anew at the next start. While it
/// runs, no Loper of an earlier version may be running.
final class SchemaUpgrade {

    private static final Logger log = LoggerFactory.getLogger(SchemaUpgrade.class);
    private static final LuaScript VIEWS = LuaScript.load("upgrade-views");
    private static final int BATCH = 200;

    private final UnifiedJedis redis;
    private final RedisKeys keys;

    SchemaUpgrade(UnifiedJedis redis, RedisKeys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    /// @param version the data is in, earlier than [SchemaVersion#CURRENT]
    void from(int version) {
        if (version < 4) {
            fileViewsByQueue();
        }
    }

    /// Version 2: every view once more for each queue, what somebody has open on a channel, and what is soon or late.
    /// Version 3: what somebody has snoozed. Version 4: what they have open on a channel in each queue.
    private void fileViewsByQueue() {
        log.info("The data is of an earlier version: topics are filed by queue now.");
        long filed = 0;
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<Map.Entry<String, String>> page = redis.hscan(keys.of(Family.TOPICS), cursor,
                    new ScanParams().count(BATCH));
            List<String> ids = page.getResult().stream().map(Map.Entry::getKey).toList();
            if (!ids.isEmpty()) {
                redis.eval(VIEWS.text(), List.of(keys.of(Family.TOPICS), keys.of(Family.VIEWS)), ids);
                filed += ids.size();
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        log.info("{} topics are filed by queue.", filed);
    }
}
