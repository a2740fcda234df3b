package dev.loper.redis;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

/// Connects to Redis in the way the settings say.
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean
    @ConditionalOnProperty(name = "loper.redis.mode", havingValue = "embedded", matchIfMissing = true)
    FolderLock folderLock(@Value("${loper.data-dir}") Path data) {
        return FolderLock.take(data);
    }

    @Bean
    @ConditionalOnProperty(name = "loper.redis.mode", havingValue = "embedded", matchIfMissing = true)
    EmbeddedRedis embeddedRedis(@Value("${loper.data-dir}") Path data, RedisProperties properties, FolderLock lock) {
        if (properties.durability() == RedisProperties.Durability.REPLICATED) {
            throw new NoReplicasException();
        }
        return EmbeddedRedis.start(data.resolve("redis"), properties.durability(), memory(properties));
    }

    private static long memory(RedisProperties properties) {
        DataSize set = properties.memory();
        return set == null ? machineMemory() * 6 / 10 : set.toBytes();
    }

    private static long machineMemory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    @Bean
    RedisEndpoint redisEndpoint(RedisProperties properties,
            ObjectProvider<EmbeddedRedis> embedded) {
        EmbeddedRedis own = embedded.getIfAvailable();
        return own == null
                ? new RedisEndpoint(properties.nodes().stream().map(HostAndPort::from).toList(),
                        emptyToNull(properties.username()), emptyToNull(properties.password()))
                : new RedisEndpoint(List.of(own.address()), null, own.password());
    }

    @Bean(destroyMethod = "close")
    UnifiedJedis redis(RedisProperties properties, RedisEndpoint endpoint) {
        JedisClientConfig client = clientConfig(properties, endpoint);
        ConnectionPoolConfig pool = poolConfig(properties);
        return switch (properties.mode()) {
            case EMBEDDED, STANDALONE ->
                RedisClient.builder().hostAndPort(endpoint.nodes().getFirst()).clientConfig(client).poolConfig(
                        pool).build();
            case SENTINEL -> RedisSentinelClient.builder().masterName(properties.master()).sentinels(
                    Set.copyOf(endpoint.nodes())).clientConfig(client).poolConfig(pool).build();
            case CLUSTER ->
                RedisClusterClient.builder().nodes(endpoint.nodes().stream().collect(Collectors.toSet())).clientConfig(
                        client).poolConfig(pool).maxTotalRetriesDuration(Duration.ofSeconds(5)).build();
        };
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static JedisClientConfig clientConfig(RedisProperties properties, RedisEndpoint endpoint) {
        return DefaultJedisClientConfig.builder().user(endpoint.username()).password(endpoint.password()).timeoutMillis(
                (int) properties.timeout().toMillis()).clientName("loper").build();
    }

    private static ConnectionPoolConfig poolConfig(RedisProperties properties) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(properties.poolSize());
        pool.setMaxIdle(properties.poolSize());
        pool.setMinIdle(4);
        pool.setMaxWait(properties.timeout());
        pool.setJmxEnabled(false);
        return pool;
    }
}
