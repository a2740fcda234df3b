package dev.loper.start;

import dev.loper.secret.SigningKeys;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/// The secret key is not the one the data was made with.
@Order(0)
final class WrongSecret extends AbstractFailureAnalyzer<SigningKeys.WrongSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SigningKeys.WrongSecretException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Give the right one with LOPER_SECRET_KEY, or put the file secret.key it came from back into the data folder.",
                cause);
    }
}
