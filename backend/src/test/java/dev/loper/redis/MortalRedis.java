package dev.loper.redis;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/// A Redis of a test's own, that dies when the test says so and comes back on what it wrote down: whatever was acknowledged is on
/// disk.
public final class MortalRedis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedRedis server;
    private final UnifiedJedis client;

    private MortalRedis(EmbeddedRedis server) {
        this.server = server;
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        pool.setJmxEnabled(false);
        // What stands open to a server that died is of no use to the one that comes after it.
        pool.setTestOnBorrow(true);
        client = RedisClient.builder().hostAndPort(server.address()).clientConfig(config(server)).poolConfig(
                pool).build();
    }

    /// It is started again without a pause.
    public static MortalRedis start(Path folder) {
        return new MortalRedis(EmbeddedRedis.start(folder, RedisProperties.Durability.FSYNC, 1L << 28, PATIENCE,
                pause -> {}));
    }

    /// A fresh workspace on it.
    public RedisServer.Fresh fresh() {
        RedisKeys keys = new RedisKeys(RedisServer.newWorkspace());
        RedisProperties properties = new RedisProperties(RedisProperties.Mode.STANDALONE,
                List.of(server.address().toString()), "loper", null, server.password(),
                RedisProperties.Durability.FSYNC, 1, Duration.ofSeconds(5), 32, null);
        return new RedisServer.Fresh(client, new RedisStore(client, properties, keys), keys);
    }

    /// The power goes: nothing is said, nothing is saved. Returns when it answers again.
    public void dies() {
        ProcessHandle alive = server.process();
        alive.destroyForcibly();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(
                () -> server.process().pid() != alive.pid() && answers());
    }

    private boolean answers() {
        try (Jedis jedis = new Jedis(server.address(), config(server))) {
            return "PONG".equals(jedis.ping());
        }
    }

    private static JedisClientConfig config(EmbeddedRedis server) {
        return DefaultJedisClientConfig.builder().password(server.password()).timeoutMillis(5000).build();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
