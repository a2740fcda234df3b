package dev.loper.identity;

import dev.loper.redis.RedisClusterServers;
import dev.loper.redis.RedisServer;

/// The same on a Cluster: scripts touch no key they were not given.
class MergeOnClusterTests extends MergeTests {

    @Override
    RedisServer.Fresh workspace() {
        return RedisClusterServers.fresh();
    }
}
