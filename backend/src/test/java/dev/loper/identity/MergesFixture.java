package dev.loper.identity;

import dev.loper.redis.RedisServer;

/// Merges, for tests of other packages.
public final class MergesFixture {

    private MergesFixture() {}

    public static Merges merges(RedisServer.Fresh fresh) {
        return new Together(fresh).merges;
    }
}
