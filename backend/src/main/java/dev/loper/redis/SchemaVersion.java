package dev.loper.redis;

import dev.loper.redis.RedisKeys.Family;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// The version of the key schema that the data is in: written at the first start, looked at in every other.
///
/// Data of a newer version stops the start, before anything has read or written it: an older Loper would not understand
/// what it finds, and would quietly spoil it.
@Component
public final class SchemaVersion {

    /// What this Loper reads and writes; raised together with a script that upgrades the version before.
    public static final int CURRENT = 1;

    /// @throws NewerException           if the data is newer than this Loper
    /// @throws StoreUnavailableException if Redis is away
    SchemaVersion(UnifiedJedis redis, RedisKeys keys) {
        String found = kept(redis, keys.of(Family.SCHEMA));
        if (!found.equals(String.valueOf(CURRENT))) {
            throw new NewerException(found);
        }
    }

    private static String kept(UnifiedJedis redis, String key) {
        try {
            redis.setnx(key, String.valueOf(CURRENT));
            return String.valueOf(redis.get(key));
        } catch (JedisException e) {
            throw new StoreUnavailableException("Redis does not answer: " + e.getMessage(), e);
        }
    }

    /// The data is of a schema this Loper does not know.
    public static final class NewerException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NewerException(String found) {
            super("The data is of schema version " + found + ", and this Loper knows versions up to " + CURRENT + ".");
        }
    }
}
