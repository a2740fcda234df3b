package dev.loper.start;

import dev.loper.redis.SilentServerException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/// Our own Redis, left running by an earlier process, does not answer.
@Order(0)
final class RedisSilent extends AbstractFailureAnalyzer<SilentServerException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SilentServerException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Wait until it answers (redis.log there says what it does), or end it with “kill " + cause.pid()
                        + "”; then start Loper again.",
                cause);
    }
}
