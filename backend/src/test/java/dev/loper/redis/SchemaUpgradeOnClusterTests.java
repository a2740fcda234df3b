package dev.loper.redis;

import org.junit.jupiter.api.extension.ExtendWith;

/// The same on a Cluster: scripts touch no key they were not given, and nobody else's workspace.
@ExtendWith(UntouchedNeighbours.class)
class SchemaUpgradeOnClusterTests extends SchemaUpgradeTests {

    @Override
    RedisServer.Fresh workspace() {
        return RedisClusterServers.fresh();
    }
}
