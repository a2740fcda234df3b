package dev.loper.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.DynamicPropertyRegistry;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/// A real Redis for tests: one for the whole run, a workspace of its own for every test.
///
/// `@ExtendWith(RedisServer.class)` and then parameters of the types [RedisStore], [RedisKeys], [UnifiedJedis].
public class RedisServer implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RedisServer.class);

    /// What a test gets: a connection and a fresh workspace.
    public record Fresh(UnifiedJedis redis, RedisStore store, RedisKeys keys) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Fresh.class, RedisStore.class, RedisKeys.class, UnifiedJedis.class).contains(
                parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Fresh fresh = context.getStore(SPACE).computeIfAbsent("fresh", key -> fresh(), Fresh.class);
        Class<?> type = parameter.getParameter().getType();
        return type == Fresh.class
                ? fresh
                : type == RedisStore.class ? fresh.store() : type == RedisKeys.class ? fresh.keys() : fresh.redis();
    }

    /// A fresh workspace on the shared server.
    public static Fresh fresh() {
        UnifiedJedis redis = Shared.CLIENT;
        RedisKeys keys = new RedisKeys(newWorkspace());
        return new Fresh(redis, new RedisStore(redis, properties(), keys), keys);
    }

    /// Settings for a single server, relaxed: tests of durability start their own.
    public static RedisProperties properties() {
        return new RedisProperties(RedisProperties.Mode.STANDALONE, List.of(Shared.SERVER.address().toString()),
                "loper", null, Shared.SERVER.password(), RedisProperties.Durability.RELAXED, 1, Duration.ofSeconds(5),
                32, null);
    }

    /// Points a test's application at a workspace of its own on the shared server.
    public static void register(DynamicPropertyRegistry registry) {
        springProperties(newWorkspace()).forEach(property -> {
            String[] pair = property.split("=", 2);
            registry.add(pair[0], () -> pair[1]);
        });
    }

    public static String newWorkspace() {
        return "t-" + UUID.randomUUID().toString().substring(0, 12);
    }

    /// Spring properties that point an application at the shared server.
    public static List<String> springProperties(String workspace) {
        return List.of("loper.redis.mode=standalone", "loper.redis.nodes=" + Shared.SERVER.address(),
                "loper.redis.password=" + Shared.SERVER.password(), "loper.redis.durability=relaxed",
                "loper.workspace=" + workspace);
    }

    private static final class Shared {

        static final EmbeddedRedis SERVER = start();
        static final UnifiedJedis CLIENT = connect();

        private static EmbeddedRedis start() {
            try {
                Path folder = Files.createTempDirectory("loper-redis");
                EmbeddedRedis server = EmbeddedRedis.start(folder, RedisProperties.Durability.RELAXED, 1L << 30);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static UnifiedJedis connect() {
            ConnectionPoolConfig pool = new ConnectionPoolConfig();
            pool.setMaxTotal(64);
            pool.setJmxEnabled(false);
            return RedisClient.builder().hostAndPort(SERVER.address()).clientConfig(
                    DefaultJedisClientConfig.builder().password(SERVER.password()).timeoutMillis(
                            5000).build()).poolConfig(pool).build();
        }
    }
}
