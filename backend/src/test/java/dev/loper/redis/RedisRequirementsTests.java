package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.redis.RedisProperties.Durability;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisRequirementsTests {

    private static final RedisKeys KEYS = new RedisKeys("main");

    @Test
    void aServerThatEvictsIsRefused() {
        assertThatThrownBy(() -> look(Durability.FSYNC, "--appendonly", "yes", "--appendfsync", "always",
                "--maxmemory-policy", "allkeys-lru")).isInstanceOfSatisfying(RedisRequirements.UnmetException.class,
                        unmet -> org.assertj.core.api.Assertions.assertThat(unmet.command()).isEqualTo(
                                "CONFIG SET maxmemory-policy noeviction"));
    }

    @Test
    void aServerWithoutAnAppendOnlyFileIsRefused() {
        assertThatThrownBy(() -> look(Durability.RELAXED)).hasMessageContaining("appendonly no");
    }

    @Test
    void aServerThatWritesOnceASecondIsTooLateForFsync() {
        assertThatThrownBy(() -> look(Durability.FSYNC, "--appendonly", "yes")).hasMessageContaining(
                "appendfsync everysec");
    }

    @Test
    void aServerThatWritesAlwaysWillDo() {
        assertThatCode(() -> look(Durability.FSYNC, "--appendonly", "yes", "--appendfsync",
                "always")).doesNotThrowAnyException();
    }

    @Test
    void replicasAreDurabilityEnough() {
        assertThatCode(() -> look(Durability.REPLICATED)).doesNotThrowAnyException();
    }

    @Test
    void aServerThatKeepsItsSettingsToItselfIsBelieved() {
        assertThatCode(() -> look(Durability.FSYNC, "--rename-command", "CONFIG", "")).doesNotThrowAnyException();
    }

    private static void look(Durability durability, String... options) {
        try (RedisProcess server = RedisProcess.server(options);
                RedisClient redis = RedisClient.builder().hostAndPort(server.address()).build()) {
            new RedisRequirements(redis, new RedisProperties(RedisProperties.Mode.STANDALONE, List.of(), "", null, null,
                    durability, 1, Duration.ofSeconds(2), 8, null), KEYS);
        }
    }
}
