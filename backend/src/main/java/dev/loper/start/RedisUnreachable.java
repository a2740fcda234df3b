package dev.loper.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import redis.clients.jedis.exceptions.JedisException;

/// Redis does not answer, or not to us.
@Order(1)
final class RedisUnreachable extends AbstractFailureAnalyzer<JedisException> {

    private final Environment environment;

    RedisUnreachable(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, JedisException cause) {
        String reason = deepest(cause).getMessage();
        if ("embedded".equalsIgnoreCase(environment.getProperty("loper.redis.mode", "embedded"))) {
            return new FailureAnalysis("Loper's own Redis does not answer (" + reason + ").",
                    "Look into redis/redis.log in the data folder; it says what Redis lacks.", cause);
        }
        return new FailureAnalysis("Redis at " + environment.getProperty("loper.redis.nodes") + " does not answer ("
                + reason + ").",
                "Start it, or give the right address and password with --loper.redis.nodes=<host:port> and"
                        + " LOPER_REDIS_PASSWORD.",
                cause);
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        for (@Nullable
        Throwable next = failure; next != null && next.getMessage() != null; next = next.getCause()) {
            deepest = next;
        }
        return deepest;
    }
}
