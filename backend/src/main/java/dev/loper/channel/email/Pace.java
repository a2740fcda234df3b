package dev.loper.channel.email;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How long one mailbox waits after a failure: a second, then twice as long each time, a minute at the most.
final class Pace {

    private final Duration first;
    private final Duration longest;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int failures;
    private volatile boolean over;

    Pace(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    void failed() {
        failures = Math.min(failures + 1, 30);
        over = true;
    }

    void succeeded() {
        failures = 0;
    }

    /// Whether this turn is over: something failed since the last wait.
    boolean over() {
        return over;
    }

    /// Waits as long as the failures so far ask for, not at all if there were none, and begins a new turn.
    void await() {
        if (failures > 0) {
            Duration doubled = first.multipliedBy(1L << (failures - 1));
            await(doubled.compareTo(longest) < 0 ? doubled : longest);
        }
        over = false;
    }

    /// Waits, unless it is stopped.
    void await(Duration time) {
        try {
            boolean ignored = stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean stopped() {
        return stopped.getCount() == 0;
    }

    /// Ends every wait, now and later.
    void stop() {
        stopped.countDown();
    }
}
