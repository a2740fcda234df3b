package dev.loper.redis;

import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;

/// A real store at the end of a line that a test cuts.
public final class FragileStore extends RedisStore {

    private int failures;

    private FragileStore(RedisServer.Fresh fresh) {
        super(fresh.redis(), RedisServer.properties(), fresh.keys());
    }

    public static FragileStore of(RedisServer.Fresh fresh) {
        return new FragileStore(fresh);
    }

    /// From now on so many questions get no answer.
    public synchronized void fail(int questions) {
        failures = questions;
    }

    @Override
    public <T> T with(Function<UnifiedJedis, T> work) {
        if (fails()) {
            throw new StoreUnavailableException("The line is cut.");
        }
        return super.with(work);
    }

    private synchronized boolean fails() {
        return failures > 0 && failures-- > 0;
    }
}
