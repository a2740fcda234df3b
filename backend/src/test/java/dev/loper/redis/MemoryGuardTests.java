package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class MemoryGuardTests {

    private static final int MB = 1 << 20;

    private static final String PORTION = "x".repeat(64 << 10);

    @Test
    void intakeIsRefusedFromNinetyPercentOnAndGoesOnByItself() {
        try (RedisProcess server = RedisProcess.server("--maxmemory", "32mb", "--maxmemory-policy", "noeviction");
                RedisClient redis = RedisClient.builder().hostAndPort(server.address()).build()) {
            MemoryGuard guard = guard(redis);
            fill(redis, "half", 16 * MB);
            guard.look();
            assertThat(guard.full()).isFalse();
            assertThat(guard.scarce()).isFalse();

            fill(redis, "some", 9 * MB);
            guard.look();
            assertThat(guard.full()).isFalse();
            assertThat(guard.scarce()).isTrue();

            fill(redis, "more", 4 * MB);
            guard.look();
            assertThat(guard.full()).isTrue();

            redis.del("more");
            guard.look();
            assertThat(guard.full()).isFalse();

            redis.del("some");
            guard.look();
            assertThat(guard.scarce()).isFalse();
        }
    }

    /// In small portions: a single large one would count twice while it is on its way.
    private static void fill(RedisClient redis, String key, int bytes) {
        for (int portion = 0; portion < bytes / PORTION.length(); portion++) {
            redis.rpush(key, PORTION);
        }
    }

    private static MemoryGuard guard(RedisClient redis) {
        return new MemoryGuard(new RedisStore(redis, new RedisProperties(RedisProperties.Mode.STANDALONE, List.of(), "",
                null, null, RedisProperties.Durability.RELAXED, 1, Duration.ofSeconds(2), 8, null),
                new RedisKeys(
                        "main")));
    }
}
