package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.redis.RedisKeys.Family;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.util.JedisClusterCRC16;

/// What several questions in one trip meet when a Cluster changes under them.
class BrokenClusterTests {

    @Test
    void aPrimaryThatDiesIsAnOutageAndNoBug() {
        try (RedisClusterServers.Breakable cluster = RedisClusterServers.breakable()) {
            assertThat(twoInOneTrip(cluster)).containsOnlyNulls();

            cluster.home().kill();

            assertThatThrownBy(() -> twoInOneTrip(cluster)).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> twoInOneTrip(cluster)).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void aWorkspaceThatMovedIsAskedForAgain() {
        try (RedisClusterServers.Breakable cluster = RedisClusterServers.breakable()) {
            assertThat(twoInOneTrip(cluster)).containsOnlyNulls();

            move(cluster);

            assertThatThrownBy(() -> twoInOneTrip(cluster)).isInstanceOf(
                    StoreUnavailableException.class).hasMessageContaining("moved");
            assertThat(twoInOneTrip(cluster)).containsOnlyNulls();
        }
    }

    @Test
    void aBugOfOursStaysOne() {
        RedisServer.Fresh fresh = RedisServer.fresh();
        assertThatThrownBy(() -> fresh.store().with(redis -> {
            throw new IllegalStateException("A bug.");
        })).isExactlyInstanceOf(IllegalStateException.class);
    }

    private static List<@Nullable String> twoInOneTrip(RedisClusterServers.Breakable cluster) {
        RedisServer.Fresh fresh = cluster.fresh();
        return fresh.store().with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Response<String> one = pipeline.hget(fresh.keys().of(Family.TOPICS), "1");
                Response<String> other = pipeline.hget(fresh.keys().of(Family.PROMISES), "1");
                pipeline.sync();
                return java.util.Arrays.<@Nullable String>asList(one.get(), other.get());
            }
        });
    }

    /// The slot, in which nothing is kept yet, goes to another node.
    private static void move(RedisClusterServers.Breakable cluster) {
        RedisProcess other = cluster.nodes().stream().filter(node -> node != cluster.home()).findFirst().orElseThrow();
        String slot = String.valueOf(JedisClusterCRC16.getSlot(cluster.fresh().keys().of(Family.CLOCK)));
        String id;
        try (Jedis jedis = other.connect()) {
            id = jedis.clusterMyId();
        }
        for (RedisProcess node : cluster.nodes()) {
            try (Jedis jedis = node.connect()) {
                jedis.sendCommand(Protocol.Command.CLUSTER, "SETSLOT", slot, "NODE", id);
            }
        }
    }
}
