package dev.loper.benchmarks;

import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisProperties;
import dev.loper.redis.RedisProperties.Durability;
import dev.loper.redis.RedisProperties.Mode;
import dev.loper.redis.RedisStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/// A Redis for one test, on a free port.
final class OwnRedis implements AutoCloseable {

    static final String PASSWORD = "for-this-test";

    private final RedisServer server;
    private final int port;
    private final List<RedisClient> clients = new ArrayList<>();

    private OwnRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static OwnRedis start() throws IOException {
        int port = freePort();
        RedisServer server = RedisServer.builder().port(port).setting("requirepass " + PASSWORD).setting(
                "bind 127.0.0.1").setting("save \"\"").build();
        server.start();
        return new OwnRedis(server, port);
    }

    int port() {
        return port;
    }

    RedisStore store(RedisKeys keys) {
        RedisClient client = RedisClient.builder().hostAndPort("127.0.0.1", port).clientConfig(
                DefaultJedisClientConfig.builder().password(PASSWORD).build()).build();
        clients.add(client);
        return new RedisStore(client, new RedisProperties(Mode.STANDALONE, List.of(), "", null, null,
                Durability.RELAXED, 1, Duration.ofSeconds(2), 8, null), keys);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        clients.forEach(RedisClient::close);
        server.stop();
    }
}
