package dev.loper.start;

import dev.loper.redis.NoReplicasException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/// Replicas are asked for where there are none.
@Order(0)
final class NoReplicas extends AbstractFailureAnalyzer<NoReplicasException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoReplicasException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Choose --loper.redis.durability=fsync, or give Loper a Redis of your"
                        + " own that has replicas (--loper.redis.mode, --loper.redis.nodes).",
                cause);
    }
}
