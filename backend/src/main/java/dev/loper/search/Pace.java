package dev.loper.search;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Holds the index's work to so many entries a second, so that whoever works here notices nothing of it.
@Component
class Pace {

    private final long nanosEach;
    private final CountDownLatch ended = new CountDownLatch(1);

    Pace(SearchProperties properties) {
        nanosEach = TimeUnit.SECONDS.toNanos(1) / properties.perSecond();
    }

    /// Waits as long as so many entries may take, or until all is to end.
    @SuppressWarnings("ReturnValueIgnored")
    void spend(int entries) throws InterruptedException {
        ended.await(entries * nanosEach, TimeUnit.NANOSECONDS);
    }

    /// Waits for nobody any more.
    void end() {
        ended.countDown();
    }

    boolean ended() {
        return ended.getCount() == 0;
    }
}
