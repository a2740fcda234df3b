package dev.loper.start;

import dev.loper.redis.SchemaVersion;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/// The data was written by a later Loper.
@Order(0)
final class NewerData extends AbstractFailureAnalyzer<SchemaVersion.NewerException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SchemaVersion.NewerException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Start the Loper that wrote it, or a later one; an older one would spoil it.",
                cause);
    }
}
