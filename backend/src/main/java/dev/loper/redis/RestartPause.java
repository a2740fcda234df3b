package dev.loper.redis;

import java.time.Duration;

/// How long a server that ended by itself stays down before it is started again: not at all after a minute's life, then a
/// second, and twice as long each time it ends soon again, up to half a minute. On a full disk it ends at its first write.
final class RestartPause {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration last = Duration.ZERO;

    /// @param lived from its start to its end
    synchronized Duration after(Duration lived) {
        if (lived.compareTo(A_WHILE) >= 0) {
            last = Duration.ZERO;
        } else if (last.isZero()) {
            last = SHORTEST;
        } else {
            Duration twice = last.multipliedBy(2);
            last = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        }
        return last;
    }
}
