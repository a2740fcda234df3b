package dev.loper.reply;

import dev.loper.message.AccountId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisKeys;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Lets time pass for answers under way: Redis has a clock of its own, so what it wrote is made older.
public final class PassingTime {

    private static final JsonMapper JSON = new JsonMapper();

    private PassingTime() {}

    public static void of(Duration time, UnifiedJedis redis, RedisKeys keys, AccountId account, HomeId home) {
        redis.zrange(keys.outbound(account), 0, -1).forEach(
                lane -> redis.zincrby(keys.outbound(account), -time.toMillis(), lane));
        redis.hgetAll(keys.states(home)).forEach((entry, state) -> redis.hset(keys.states(home), entry,
                older((ObjectNode) JSON.readTree(state), time)));
    }

    private static String older(ObjectNode state, Duration time) {
        for (String moment : List.of("at", "asked", "due")) {
            if (state.has(moment)) {
                state.put(moment, state.get(moment).asLong() - time.toMillis());
            }
        }
        return state.toString();
    }
}
