package dev.loper.redis;

import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisProperties.Durability;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/// What Redis must promise before Loper promises anything: that it evicts nothing, and that its append-only file is
/// written as often as `loper.redis.durability` says.
///
/// Looked at once, at the start. A server that keeps its settings to itself (many rented ones refuse `CONFIG`) is
/// believed, and the log says so.
///
/// See <https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/>.
@Component
public final class RedisRequirements {

    private static final Logger log = LoggerFactory.getLogger(RedisRequirements.class);

    private final UnifiedJedis redis;
    private final String anyKey;

    /// @throws UnmetException if Redis would lose what Loper has acknowledged
    RedisRequirements(UnifiedJedis redis, RedisProperties properties, RedisKeys keys) {
        this.redis = redis;
        this.anyKey = keys.of(Family.CLOCK);
        demand("maxmemory-policy", "noeviction");
        if (properties.durability() != Durability.REPLICATED) {
            demand("appendonly", "yes");
        }
        if (properties.durability() == Durability.FSYNC) {
            demand("appendfsync", "always");
        }
    }

    private void demand(String setting, String wanted) {
        String found = setting(setting).orElse(wanted);
        if (!found.equals(wanted)) {
            throw new UnmetException(setting, found, wanted);
        }
    }

    private Optional<String> setting(String name) {
        try {
            Object answer = redis.sendCommand(anyKey.getBytes(StandardCharsets.UTF_8), Command.CONFIG,
                    "GET".getBytes(StandardCharsets.UTF_8), name.getBytes(StandardCharsets.UTF_8));
            return answer instanceof List<?> pair && pair.size() == 2
                    ? Optional.of(new String((byte[]) pair.get(1), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (JedisDataException e) {
            log.warn("Redis does not tell its setting {} ({}). Loper relies on it: see to it yourself.", name,
                    e.getMessage());
            return Optional.empty();
        }
    }

    /// Redis is set so that it may lose what Loper has acknowledged.
    public static final class UnmetException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String command;

        UnmetException(String setting, String found, String wanted) {
            super("Redis is set to " + setting + " " + found + "; with that it may lose messages that Loper has"
                    + " acknowledged. Loper needs " + setting + " " + wanted + ".");
            this.command = "CONFIG SET " + setting + " " + wanted;
        }

        /// What sets it right.
        public String command() {
            return command;
        }
    }
}
