package dev.loper.redis;

import dev.loper.redis.RedisKeys.Family;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// The version of the key schema that the data is in: written at the first start, looked at in every other.
///
/// Data of an earlier version is upgraded by the first node that starts ([SchemaUpgrade]).
/// Data of a newer version stops the start, before anything has read or written it: an older Loper would not understand
/// what it finds, and would quietly spoil it.
@Component
public final class SchemaVersion {

    /// What this Loper reads and writes; raised together with a script that upgrades the version before.
    public static final int CURRENT = 4;

    /// @throws NewerException           if the data is newer than this Loper
    /// @throws StoreUnavailableException if Redis is away
    SchemaVersion(UnifiedJedis redis, RedisKeys keys) {
        String key = keys.of(Family.SCHEMA);
        try {
            redis.setnx(key, String.valueOf(CURRENT));
            String found = String.valueOf(redis.get(key));
            if (isEarlier(found)) {
                new SchemaUpgrade(redis, keys).from(Integer.parseInt(found));
                redis.set(key, String.valueOf(CURRENT));
            } else if (!found.equals(String.valueOf(CURRENT))) {
                throw new NewerException(found);
            }
        } catch (JedisException e) {
            throw new StoreUnavailableException("Redis does not answer: " + e.getMessage(), e);
        }
    }

    private static boolean isEarlier(String found) {
        return found.matches("\\d{1,9}") && Integer.parseInt(found) < CURRENT;
    }

    /// The data is of a schema this Loper does not know.
    public static final class NewerException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NewerException(String found) {
            super("The data is of schema version " + found + ", and this Loper knows versions up to " + CURRENT + ".");
        }
    }
}
