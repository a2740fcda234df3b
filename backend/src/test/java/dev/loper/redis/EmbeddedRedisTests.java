package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

class EmbeddedRedisTests {

    private static final long MEMORY = 64 << 20;

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (EmbeddedRedis first = start(); Jedis jedis = connect(first)) {
            jedis.set("a", "1");
        }
        try (EmbeddedRedis second = start(); Jedis jedis = connect(second)) {
            assertThat(jedis.get("a")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatIsKilledComesBackByItselfUnderTheSameAddressWithItsData() {
        try (EmbeddedRedis server = start()) {
            try (Jedis jedis = connect(server)) {
                jedis.set("a", "1");
            }
            server.process().destroyForcibly();
            await().ignoreExceptions().until(() -> {
                try (Jedis jedis = connect(server)) {
                    return "1".equals(jedis.get("a"));
                }
            });
        }
    }

    @Test
    void aServerLeftRunningIsAdoptedAndNotStartedTwice() {
        EmbeddedRedis orphan = start();
        try (EmbeddedRedis adopted = start()) {
            assertThat(adopted.process().pid()).isEqualTo(orphan.process().pid());
            assertThat(adopted.address()).isEqualTo(orphan.address());
        }
        assertThat(orphan.process().isAlive()).isFalse();
    }

    @Test
    void anAdoptedServerWorksUnderTheSettingsOfToday() {
        EmbeddedRedis.start(folder, RedisProperties.Durability.RELAXED, MEMORY);
        try (EmbeddedRedis adopted = start(); Jedis jedis = connect(adopted)) {
            assertThat(jedis.configGet("append*")).containsEntry("appendfsync", "always").containsEntry("appendonly",
                    "yes");
        }
    }

    @Test
    void aStrangerWithoutThePasswordIsRefused() {
        try (EmbeddedRedis server = start(); Jedis jedis = new Jedis(server.address())) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> jedis.get("a"))).hasMessageContaining(
                    "NOAUTH");
        }
    }

    private EmbeddedRedis start() {
        return EmbeddedRedis.start(folder, RedisProperties.Durability.FSYNC, MEMORY);
    }

    private static Jedis connect(EmbeddedRedis server) {
        return new Jedis(server.address(), DefaultJedisClientConfig.builder().password(server.password()).build());
    }
}
