package dev.loper.feed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Holds work that nobody waits for to so much a second, so that those who do wait for something notice nothing of it.
public final class WorkPace {

    private final long nanosEach;
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param perSecond pieces of work, 1 or more
    public WorkPace(int perSecond) {
        nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /// Waits as long as so many pieces may take, or until all is to end.
    @SuppressWarnings("ReturnValueIgnored")
    public void spend(int pieces) throws InterruptedException {
        ended.await(pieces * nanosEach, TimeUnit.NANOSECONDS);
    }

    /// Waits a while, so that something gathers, or until all is to end.
    @SuppressWarnings("ReturnValueIgnored")
    void gather(Duration time) throws InterruptedException {
        ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Waits for nobody any more.
    public void end() {
        ended.countDown();
    }

    public boolean ended() {
        return ended.getCount() == 0;
    }
}
