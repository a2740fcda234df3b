package dev.loper.access;

import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.resps.StreamEntry;

/// The audit as a Redis stream.
@Component
class RedisAudit implements Audit {

    private static final LuaScript APPEND = LuaScript.load("audit-append");
    private static final String DETAIL = "detail:";

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;
    private final int keep;

    RedisAudit(RedisStore store, RedisKeys keys, Clock clock, AccessProperties properties) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.keep = properties.auditKeep();
    }

    @Override
    public void record(String who, String what, String target, Map<String, String> details) {
        List<String> args = new ArrayList<>(
                List.of(Integer.toString(keep), "at", clock.instant().toString(), "who", who,
                        "what", what, "target", target));
        details.forEach((name, value) -> {
            args.add(DETAIL + name);
            args.add(value);
        });
        store.run(APPEND, List.of(keys.of(Family.AUDIT)), args);
    }

    @Override
    public Page page(@Nullable String cursor, int size) {
        String before = cursor == null ? "+" : "(" + cursor;
        List<StreamEntry> found = store.with(redis -> redis.xrevrange(keys.of(Family.AUDIT), before, "-", size + 1));
        List<Entry> items = found.stream().limit(size).map(RedisAudit::entry).toList();
        return new Page(items, found.size() > size ? items.getLast().id() : null);
    }

    private static Entry entry(StreamEntry stored) {
        Map<String, String> fields = stored.getFields();
        Map<String, String> details = fields.entrySet().stream().filter(field -> field.getKey().startsWith(
                DETAIL)).collect(Collectors.toMap(field -> field.getKey().substring(DETAIL.length()),
                        Map.Entry::getValue));
        return new Entry(stored.getID().toString(), fields.getOrDefault("at", ""), fields.getOrDefault("who", ""),
                fields.getOrDefault("what", ""), fields.getOrDefault("target", ""), details);
    }
}
