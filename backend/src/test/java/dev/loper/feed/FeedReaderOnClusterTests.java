package dev.loper.feed;

import dev.loper.redis.RedisClusterServers;
import dev.loper.redis.RedisServer;

/// The same on a Cluster of three: every workspace lies on one of them.
class FeedReaderOnClusterTests extends FeedReaderTests {

    @Override
    RedisServer.Fresh workspace() {
        return RedisClusterServers.fresh();
    }
}
