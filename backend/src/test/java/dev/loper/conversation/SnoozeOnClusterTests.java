package dev.loper.conversation;

import dev.loper.redis.RedisClusterServers;
import dev.loper.redis.RedisServer;
import dev.loper.redis.UntouchedNeighbours;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same on a Cluster: scripts touch no key they were not given, and nobody else's workspace.
@ExtendWith(UntouchedNeighbours.class)
class SnoozeOnClusterTests extends SnoozeTests {

    @Override
    RedisServer.Fresh workspace() {
        return RedisClusterServers.fresh();
    }
}
