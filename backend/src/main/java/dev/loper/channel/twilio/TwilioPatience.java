package dev.loper.channel.twilio;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.redis.StoreUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/// Tries again what the store could not take just now, for as long as Twilio waits for one answer.
///
/// Twilio repeats a webhook five times within 15 s and gives it up then; a Redis that restarts, or hands over to a replica,
/// would use those up. Whoever waits here needs none of them. A store that is full is not tried again: it stays so.
///
/// The longest answer comes after 4 s and one more try of 2 s (`loper.redis.timeout`), before the 7 s for which Twilio
/// listens ([TwilioAccount#CONNECTION_OVERRIDES]).
@Component
class TwilioPatience {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder().predicate(
            TwilioPatience::passes).maxRetries(Long.MAX_VALUE).delay(Duration.ofMillis(100)).multiplier(2).maxDelay(
                    Duration.ofSeconds(1)).jitter(Duration.ofMillis(50)).timeout(PATIENCE).build());

    /// @param harmless what may be done again, whatever became of the first time
    /// @throws IntakeUnavailableException if the store could not take it all that time
    <T> T trying(Supplier<T> harmless) {
        return retries.invoke(harmless);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof IntakeUnavailableException && failure.getCause() instanceof StoreUnavailableException;
    }
}
