package dev.loper.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.embedded.RedisExecProvider;

/// A bare `redis-server` on loopback for a test that needs more than one, or one it may break: a replica, a sentinel, a
/// node of a Cluster. It ends with the test, or with the run at the latest.
final class RedisProcess implements AutoCloseable {

    private final HostAndPort address;
    private final Process process;

    private RedisProcess(HostAndPort address, Process process) {
        this.address = address;
        this.process = process;
    }

    /// A server that keeps nothing on disk, with these options more.
    static RedisProcess server(String... options) {
        return start(List.of("--save", "", "--appendonly", "no"), options);
    }

    /// A copy of that server.
    static RedisProcess replicaOf(RedisProcess primary) {
        return server("--replicaof", "127.0.0.1 " + primary.address.getPort());
    }

    /// A sentinel that knows nothing yet.
    static RedisProcess sentinel() {
        return start(List.of("--sentinel"));
    }

    /// A sentinel that has seen a primary, called `loper`, and its copy.
    static RedisProcess sentinelOf(RedisProcess primary) {
        RedisProcess sentinel = sentinel();
        try (Jedis jedis = sentinel.connect()) {
            jedis.sendCommand(Protocol.Command.SENTINEL, "MONITOR", "loper", "127.0.0.1",
                    String.valueOf(primary.address.getPort()), "1");
            jedis.sendCommand(Protocol.Command.SENTINEL, "SET", "loper", "down-after-milliseconds", "500",
                    "failover-timeout", "5000");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> sentinel.knownReplicas() == 1);
        return sentinel;
    }

    private int knownReplicas() {
        try (Jedis jedis = connect()) {
            return jedis.sentinelReplicas("loper").size();
        }
    }

    private static RedisProcess start(List<String> first, String... options) {
        try {
            HostAndPort address = new HostAndPort("127.0.0.1", freePort());
            Path folder = Files.createTempDirectory("loper-redis-process");
            Path config = Files.writeString(folder.resolve("redis.conf"),
                    "port %d%nbind 127.0.0.1%ndir %s%n".formatted(address.getPort(), folder));
            List<String> command = new ArrayList<>(List.of(RedisExecProvider.defaultProvider().get().getPath(),
                    config.toString()));
            command.addAll(first);
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
                    folder.resolve("redis.log").toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            RedisProcess server = new RedisProcess(address, process);
            await().ignoreExceptions().until(server::answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostAndPort address() {
        return address;
    }

    Jedis connect() {
        return new Jedis(address);
    }

    String info(String section) {
        try (Jedis jedis = connect()) {
            return jedis.info(section);
        }
    }

    /// The power goes: nothing is said, nothing is saved.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        try (Jedis jedis = connect()) {
            return "PONG".equals(jedis.ping());
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
