package dev.loper.reply;

import dev.loper.redis.RedisClusterServers;
import dev.loper.redis.RedisServer;
import dev.loper.redis.UntouchedNeighbours;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same on a Cluster of three: every workspace lies on one of them.
@ExtendWith(UntouchedNeighbours.class)
class OutboundQueueOnClusterTests extends OutboundQueueTests {

    @Override
    RedisServer.Fresh workspace() {
        return RedisClusterServers.fresh();
    }
}
