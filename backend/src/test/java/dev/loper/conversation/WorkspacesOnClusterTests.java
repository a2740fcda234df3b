package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.redis.RedisClusterServers;
import dev.loper.redis.RedisServer;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.util.JedisClusterCRC16;

/// Two workspaces on one Cluster: brands of one house, each on a server of its own.
class WorkspacesOnClusterTests {

    private final RedisServer.Fresh north = RedisClusterServers.workspace("north");
    private final RedisServer.Fresh south = RedisClusterServers.workspace("south-2");

    @Test
    void twoWorkspacesLieOnDifferentServersAndKnowNothingOfEachOther() {
        assertThat(JedisClusterCRC16.getSlot(north.keys().prefix()) * 3 / 16384).isNotEqualTo(
                JedisClusterCRC16.getSlot(south.keys().prefix()) * 3 / 16384);

        ConversationFixture inNorth = new ConversationFixture(north);
        ConversationFixture inSouth = new ConversationFixture(south);
        inNorth.says("Hello north");
        inSouth.says("Hello south");

        assertThat(inNorth.entries()).extracting(entry -> entry.body().text()).contains("Hello north").doesNotContain(
                "Hello south");
        assertThat(inSouth.conversation().id()).isNotEqualTo(inNorth.conversation().id());
    }
}
