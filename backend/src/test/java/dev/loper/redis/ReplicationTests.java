package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.loper.redis.RedisProperties.Durability;
import dev.loper.redis.RedisProperties.Mode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/// A primary and its copy, really running: what `replicated` promises, and what Sentinel does when the primary dies.
class ReplicationTests {

    private static final RedisKeys KEYS = new RedisKeys("main");
    private static final LuaScript LEASE = LuaScript.load("lease");

    private final RedisProcess primary = RedisProcess.server("--repl-diskless-sync-delay", "0");
    private final RedisProcess replica = RedisProcess.replicaOf(primary);

    @BeforeEach
    void theCopyIsComplete() {
        await().until(() -> replica.info("replication").contains("master_link_status:up"));
    }

    @AfterEach
    void stop() {
        replica.close();
        primary.close();
    }

    @Test
    void aWriteCountsWhenTheReplicaHasIt() {
        try (UnifiedJedis redis = connect(standalone(1))) {
            assertThat(write(redis, standalone(1))).containsExactly("held");
        }
    }

    @Test
    void withoutItsReplicaAWriteIsUnknownAndNotAcknowledged() {
        replica.kill();
        try (UnifiedJedis redis = connect(standalone(1))) {
            assertThatThrownBy(() -> write(redis, standalone(1))).isInstanceOf(
                    StoreUnavailableException.class).hasMessageContaining("Only 0 of 1 replicas");
        }
    }

    @Test
    void severalWritesOfOneTripCountTogether() {
        try (UnifiedJedis redis = connect(standalone(1))) {
            RedisStore store = new RedisStore(redis, standalone(1), KEYS);

            store.run(LEASE, leases("mail", "timers"));

            assertThat(redis.mget(KEYS.lease("mail"), KEYS.lease("timers"))).containsExactly("node", "node");
            replica.kill();
            assertThatThrownBy(() -> store.run(LEASE, leases("feed", "search"))).isInstanceOf(
                    StoreUnavailableException.class).hasMessageContaining("Only 0 of 1 replicas");
        }
    }

    @Test
    void withoutItsReplicaPeopleCanStillRead() {
        replica.kill();
        try (UnifiedJedis redis = connect(standalone(1))) {
            RedisStore store = new RedisStore(redis, standalone(1), KEYS);
            assertThat(store.ask(LuaScript.load("feed-head"), List.of("{main}:clock"), List.of())).hasSize(2);
            assertThat(store.memoryInfo()).contains("used_memory");
        }
    }

    @Test
    void moreReplicasThanThereAreAreNotPretended() {
        try (UnifiedJedis redis = connect(standalone(2))) {
            assertThatThrownBy(() -> write(redis, standalone(2))).hasMessageContaining("Only 1 of 2 replicas");
        }
    }

    @Test
    void whenThePrimaryDiesSentinelNamesAnotherAndWorkGoesOnThereWithTheData() {
        try (RedisProcess sentinel = RedisProcess.sentinelOf(primary);
                UnifiedJedis redis = connect(sentinels(sentinel))) {
            new RedisStore(redis, sentinels(sentinel), KEYS).with(jedis -> jedis.set("{main}:kept", "yes"));
            await().until(() -> "yes".equals(get(replica)));

            primary.kill();

            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> "yes".equals(redis.get(
                    "{main}:kept")) && replica.info("replication").contains("role:master"));
            assertThat(new RedisStore(redis, sentinels(sentinel), KEYS).memoryInfo()).contains("used_memory");
        }
    }

    private RedisProperties standalone(int replicas) {
        return properties(Mode.STANDALONE, primary.address(), replicas);
    }

    private static RedisProperties sentinels(RedisProcess sentinel) {
        return properties(Mode.SENTINEL, sentinel.address(), 1);
    }

    private static RedisProperties properties(Mode mode, HostAndPort node, int replicas) {
        Durability durability = mode == Mode.SENTINEL ? Durability.RELAXED : Durability.REPLICATED;
        return new RedisProperties(mode, List.of(node.toString()), "loper", null, null, durability, replicas,
                Duration.ofSeconds(2), 8, null);
    }

    private static UnifiedJedis connect(RedisProperties properties) {
        return new RedisConfiguration().redis(properties, new RedisEndpoint(properties.nodes().stream().map(
                HostAndPort::from).toList(), null, null));
    }

    private static List<Object> write(UnifiedJedis redis, RedisProperties properties) {
        return new RedisStore(redis, properties, KEYS).run(LEASE, List.of(KEYS.lease("test")), List.of("node", "5000"));
    }

    private static List<RedisStore.Run> leases(String... names) {
        return Stream.of(names).map(name -> new RedisStore.Run(List.of(KEYS.lease(name)), List.of("node",
                "60000"))).toList();
    }

    private static @Nullable String get(RedisProcess server) {
        try (Jedis jedis = server.connect()) {
            return jedis.get("{main}:kept");
        }
    }
}
