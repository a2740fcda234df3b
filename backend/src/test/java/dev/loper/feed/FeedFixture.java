package dev.loper.feed;

import dev.loper.redis.RedisServer;

/// The feed as tests of other packages read it.
public final class FeedFixture {

    private FeedFixture() {}

    public static Feed of(RedisServer.Fresh fresh) {
        return new Feed(fresh.store(), fresh.keys());
    }
}
