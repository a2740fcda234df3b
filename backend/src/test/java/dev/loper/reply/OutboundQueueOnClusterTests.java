package dev.loper.reply;

import dev.loper.redis.RedisClusterServers;
import dev.loper.redis.RedisServer;

/// The same on a Cluster of three: every workspace lies on one of them.
class OutboundQueueOnClusterTests extends OutboundQueueTests {

    @Override
    RedisServer.Fresh workspace() {
        return RedisClusterServers.fresh();
    }
}
