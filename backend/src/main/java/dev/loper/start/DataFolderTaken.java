package dev.loper.start;

import dev.loper.redis.TakenException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/// Another Loper works with the same data folder.
@Order(0)
final class DataFolderTaken extends AbstractFailureAnalyzer<TakenException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, TakenException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "End it first, or give this one another folder with --loper.data-dir=<folder>.",
                cause);
    }
}
