package dev.loper.redis;

import dev.loper.redis.RedisKeys.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/// What lies in a workspace, held against the schema.
public final class SchemaKeys {

    private SchemaKeys() {}

    /// Keys of a workspace, and of none, that are of no [Family].
    public static List<String> unknown(UnifiedJedis redis, RedisKeys keys) {
        String schema = keys.of(Family.SCHEMA);
        String workspace = schema.substring(0, schema.length() - Family.SCHEMA.pattern().length());
        List<Pattern> known = Arrays.stream(Family.values()).map(family -> Pattern.compile(Pattern.quote(workspace)
                + family.pattern().replaceAll("<[a-z]+>", ".+").replace("*", ".+"))).toList();
        List<String> unknown = new ArrayList<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = redis.scan(cursor, new ScanParams().count(5000));
            page.getResult().stream().filter(key -> key.startsWith(workspace) || !key.startsWith("{")).filter(
                    key -> known.stream().noneMatch(family -> family.matcher(key).matches())).forEach(unknown::add);
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return unknown;
    }
}
