package dev.loper.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/// A real Redis Cluster of three for tests, on loopback: one for the whole run, a workspace of its own for every test.
public final class RedisClusterServers {

    private static final int SLOTS = 16384;

    private RedisClusterServers() {}

    /// A fresh workspace; where it lies follows from its name.
    public static RedisServer.Fresh fresh() {
        return workspace(RedisServer.newWorkspace());
    }

    /// Its nodes, as a setting.
    static String nodes() {
        return Shared.NODES.stream().map(HostAndPort::toString).collect(Collectors.joining(","));
    }

    /// A workspace by its name.
    public static RedisServer.Fresh workspace(String name) {
        return workspace(name, Shared.CLIENT, Shared.NODES);
    }

    private static RedisServer.Fresh workspace(String name, UnifiedJedis client, List<HostAndPort> nodes) {
        RedisKeys keys = new RedisKeys(name);
        return new RedisServer.Fresh(client, new RedisStore(client, properties(nodes), keys), keys);
    }

    /// A Cluster that a test may break, with one workspace.
    record Breakable(List<RedisProcess> nodes, RedisServer.Fresh fresh) implements AutoCloseable {

        /// Whoever has the workspace.
        RedisProcess home() {
            return nodes.get(JedisClusterCRC16.getSlot(fresh.keys().of(RedisKeys.Family.CLOCK)) * nodes.size() / SLOTS);
        }

        @Override
        public void close() {
            fresh.redis().close();
            nodes.forEach(RedisProcess::close);
        }
    }

    static Breakable breakable() {
        List<RedisProcess> nodes = start();
        List<HostAndPort> addresses = nodes.stream().map(RedisProcess::address).toList();
        return new Breakable(nodes, workspace("main", connect(addresses), addresses));
    }

    private static RedisProperties properties(List<HostAndPort> nodes) {
        return new RedisProperties(RedisProperties.Mode.CLUSTER, nodes.stream().map(HostAndPort::toString).toList(),
                "loper", null, null,
                RedisProperties.Durability.RELAXED, 1, Duration.ofSeconds(5), 32, null);
    }

    /// Only holds what is shared: whoever waits here with a lambda of its own waits for itself.
    private static final class Shared {

        static final List<HostAndPort> NODES = start().stream().map(RedisProcess::address).toList();
        static final UnifiedJedis CLIENT = connect(NODES);
    }

    private static List<RedisProcess> start() {
        List<RedisProcess> servers = Stream.generate(RedisClusterServers::node).limit(3).toList();
        List<HostAndPort> nodes = servers.stream().map(RedisProcess::address).toList();
        for (int i = 0; i < nodes.size(); i++) {
            introduce(nodes.get(i), SLOTS * i / nodes.size(), SLOTS * (i + 1) / nodes.size() - 1, nodes);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> nodes.stream().allMatch(RedisClusterServers::ready));
        return servers;
    }

    private static RedisProcess node() {
        try {
            return RedisProcess.server("--appendonly", "yes", "--cluster-enabled", "yes", "--cluster-port",
                    String.valueOf(
                            RedisProcess.freePort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void introduce(HostAndPort node, int firstSlot, int lastSlot, List<HostAndPort> others) {
        try (Jedis jedis = new Jedis(node)) {
            jedis.clusterAddSlotsRange(firstSlot, lastSlot);
            others.forEach(other -> jedis.sendCommand(Protocol.Command.CLUSTER, "MEET", other.getHost(),
                    String.valueOf(other.getPort()), clusterPort(other)));
        }
    }

    private static String clusterPort(HostAndPort node) {
        try (Jedis jedis = new Jedis(node)) {
            return jedis.configGet("cluster-port").getOrDefault("cluster-port", "0");
        }
    }

    private static boolean ready(HostAndPort node) {
        try (Jedis jedis = new Jedis(node)) {
            String info = jedis.clusterInfo();
            return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:3");
        }
    }

    private static UnifiedJedis connect(List<HostAndPort> nodes) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        pool.setJmxEnabled(false);
        return RedisClusterClient.builder().nodes(new HashSet<>(nodes)).poolConfig(pool).build();
    }
}
