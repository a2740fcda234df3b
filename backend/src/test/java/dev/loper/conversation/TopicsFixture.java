package dev.loper.conversation;

import dev.loper.redis.RedisServer;

/// Topics, for tests of other packages.
public final class TopicsFixture {

    private TopicsFixture() {}

    public static Topics topics(RedisServer.Fresh fresh) {
        return new Topics(fresh.store(), fresh.keys());
    }

    public static Timeline timeline(RedisServer.Fresh fresh) {
        return new RedisTimeline(fresh.store(), fresh.keys());
    }

    public static EntryMover mover(RedisServer.Fresh fresh) {
        return new EntryMover(fresh.store(), fresh.keys(), timeline(fresh));
    }
}
