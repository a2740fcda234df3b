package dev.loper.redis;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Looks at the timers when a test says so.
public final class TimersFixture {

    private final Timers timers;

    public TimersFixture(RedisServer.Fresh fresh, Clock clock, Path data, TimerEffect... effects) {
        timers = new Timers(fresh.store(), fresh.keys(), LeasesFixture.of(fresh, data), clock, List.of(
                effects));
    }

    /// Fires what is due by the clock.
    public void look() {
        timers.look();
    }

    /// Looks without asking for the lease, as a node does that believes it has it.
    public void lookAnyway() {
        timers.fireDue();
    }
}
