package dev.loper.start;

import dev.loper.redis.RedisRequirements;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/// Redis would lose what Loper promises to keep.
@Order(0)
final class UnsafeRedis extends AbstractFailureAnalyzer<RedisRequirements.UnmetException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RedisRequirements.UnmetException cause) {
        return new FailureAnalysis(cause.getMessage(), "Run `" + cause.command() + "` and put it into Redis's"
                + " configuration, or choose what fits the server with --loper.redis.durability=relaxed|replicated"
                + " (the runbook says what each can lose).", cause);
    }
}
