package dev.loper.routing;

import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.FeedFollower;
import dev.loper.redis.Leases;
import dev.loper.redis.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives work out when something changed, and every few seconds anyway. One node does it at a time, which saves work and
/// nothing else.
@Component
class DistributionLoop implements FeedFollower {

    private static final Logger log = LoggerFactory.getLogger(DistributionLoop.class);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration ANYWAY = Duration.ofSeconds(5);

    private final Distribution distribution;
    private final Leases leases;
    private final Clock clock;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private volatile Instant next = Instant.MIN;

    DistributionLoop(Distribution distribution, Leases leases, Clock clock) {
        this.distribution = distribution;
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    public void changed(List<Change> changes, Cursor head) {
        changed.set(true);
    }

    @Override
    public void restarted(Cursor head) {
        changed.set(true);
    }

    @Scheduled(fixedDelay = 250)
    void look() {
        boolean something = changed.getAndSet(false);
        if (!something && clock.instant().isBefore(next) || !leases.hold("distribution", LEASE)) {
            return;
        }
        next = clock.instant().plus(ANYWAY);
        try {
            distribution.round();
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; what waits is given out later.", e);
        }
    }
}
