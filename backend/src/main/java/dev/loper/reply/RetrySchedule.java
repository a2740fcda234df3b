package dev.loper.reply;

import dev.loper.channel.SendResult;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// When a failed attempt is made again: after 2 s, then twice as long each time, up to 5 minutes, each with jitter so
/// that many do not come back at once; after 12 attempts (about half an hour) a person must decide.
@Component
public class RetrySchedule {

    private static final int ATTEMPTS = 12;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RandomGenerator random;

    public RetrySchedule() {
        this(RandomGenerator.getDefault());
    }

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /// Gives up after the last attempt.
    public SendResult limit(SendResult result, int attempt) {
        return result instanceof SendResult.Retry(String reason, var after) && attempt >= ATTEMPTS
                ? new SendResult.Failed(reason + " It was tried " + attempt + " times.")
                : result;
    }

    /// @param attempt the number of the attempt to come, 2 or more
    public Duration waitBefore(int attempt, SendResult result) {
        if (result instanceof SendResult.Retry(String reason, Duration asked) && asked != null) {
            return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        }
        long doubled = FIRST.toMillis() << Math.min(attempt - 2, 20);
        long longest = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
