package dev.loper.identity;

import dev.loper.redis.RedisClusterServers;
import dev.loper.redis.RedisServer;
import dev.loper.redis.UntouchedNeighbours;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same on a Cluster: scripts touch no key they were not given.
@ExtendWith(UntouchedNeighbours.class)
class MergeOnClusterTests extends MergeTests {

    @Override
    RedisServer.Fresh workspace() {
        return RedisClusterServers.fresh();
    }
}
