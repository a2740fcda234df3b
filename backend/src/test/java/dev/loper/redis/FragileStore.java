package dev.loper.redis;

import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;

/// A real store at the end of a line that a test cuts.
public final class FragileStore extends RedisStore {

    private int failures;
    private int refused;

    private FragileStore(UnifiedJedis redis, RedisProperties properties, RedisKeys keys) {
        super(redis, properties, keys);
    }

    public static FragileStore of(RedisServer.Fresh fresh) {
        return of(fresh.redis(), RedisServer.properties(), fresh.keys());
    }

    public static FragileStore of(UnifiedJedis redis, RedisProperties properties, RedisKeys keys) {
        return new FragileStore(redis, properties, keys);
    }

    /// From now on so many questions get no answer.
    public synchronized void fail(int questions) {
        failures = questions;
    }

    /// From now on nothing gets an answer.
    public void goAway() {
        fail(Integer.MAX_VALUE);
    }

    /// From now on everything gets an answer again.
    public void comeBack() {
        fail(0);
    }

    @Override
    public <T> T with(Function<UnifiedJedis, T> work) {
        if (fails()) {
            throw new StoreUnavailableException("The line is cut.");
        }
        return super.with(work);
    }

    /// How many questions got no answer.
    public synchronized int refused() {
        return refused;
    }

    private synchronized boolean fails() {
        boolean fails = failures > 0 && failures-- > 0;
        refused += fails ? 1 : 0;
        return fails;
    }
}
