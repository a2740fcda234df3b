package dev.loper.reply;

import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.FeedFollower;
import dev.loper.message.AccountId;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.reply.OutboundQueue.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Watches the outbound queue on this node, and hands what is due to the delivery flow.
///
/// One virtual thread an account, so that a slow account never delays another; within an account several lanes at once,
/// within a lane one answer at a time. The feed wakes it; it also looks by itself, for retries and undone leases. It stops
/// when nothing is under way any more, because whoever ends an attempt halfway leaves a person to find out what became of it.
@Component
class OutboundDispatcher implements SmartLifecycle, FeedFollower {

    private static final Logger log = LoggerFactory.getLogger(OutboundDispatcher.class);
    private static final int LANES_AT_ONCE = 8;
    private static final long LOOK_EVERY_MS = 1000;

    /// Less than what Spring grants to stop (`spring.lifecycle.timeout-per-shutdown-phase`, 30 s); a provider answers in less.
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final OutboundQueue queue;
    private final DeliveryAttempt attempt;
    private final Clock clock;
    private final Map<AccountId, Thread> watchers = new ConcurrentHashMap<>();
    private final Map<Job, Thread> underWay = new ConcurrentHashMap<>();
    private volatile boolean running;

    OutboundDispatcher(OutboundQueue queue, DeliveryAttempt attempt, Clock clock) {
        this.queue = queue;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("outbound-accounts").start(this::watchAccounts);
    }

    @Override
    public void stop() {
        running = false;
        watchers.values().forEach(LockSupport::unpark);
    }

    /// Begins nothing more, and ends when what is under way has ended, in 25 s at the latest.
    @Override
    public void stop(Runnable stopped) {
        stop();
        Thread.ofVirtual().name("outbound-stop").start(() -> {
            try {
                awaitEnds();
            } finally {
                stopped.run();
            }
        });
    }

    /// Watchers first: they begin attempts.
    private void awaitEnds() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        if (!underWay.isEmpty()) {
            log.info("Loper stops when what is being sent has ended: {} answers.", underWay.size());
        }
        Stream.of(watchers, underWay).forEach(threads -> threads.values().forEach(thread -> awaitEnd(thread, until)));
        if (!underWay.isEmpty()) {
            log.warn("{} answers were still being sent when Loper stopped; what became of them is found out after the"
                    + " next start.", underWay.size());
        }
    }

    private static void awaitEnd(Thread thread, long until) {
        try {
            thread.join(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void changed(List<Change> changes, Cursor head) {
        watchers.values().forEach(LockSupport::unpark);
    }

    @Override
    public void restarted(Cursor head) {
        watchers.values().forEach(LockSupport::unpark);
    }

    private void watchAccounts() {
        while (running) {
            try {
                queue.accounts().forEach(account -> watchers.compute(account, this::watcher));
            } catch (StoreUnavailableException e) {
                log.debug("Redis is away; answers wait.", e);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS / 4));
        }
    }

    private Thread watcher(AccountId account, @Nullable Thread now) {
        return now != null && now.isAlive()
                ? now
                : Thread.ofVirtual().name("outbound-" + account).start(() -> watch(account));
    }

    private void watch(AccountId account) {
        Semaphore free = new Semaphore(LANES_AT_ONCE);
        while (running) {
            try {
                long looked = clock.millis();
                dispatch(account, free);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause(account, looked)));
            } catch (StoreUnavailableException e) {
                log.debug("Redis is away; answers of {} wait.", account, e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
            } catch (RuntimeException e) {
                log.error("The outbound queue of {} could not be read.", account, e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
            }
        }
    }

    /// What is due and not under way on this node. An attempt that takes longer than its lease is due again, but nobody
    /// need find out what becomes of it: this node still knows.
    private void dispatch(AccountId account, Semaphore free) {
        for (Job job : queue.due(account, LANES_AT_ONCE)) {
            if (!underWay.containsKey(job)) {
                free.acquireUninterruptibly();
                if (!running) {
                    return;
                }
                begin(job, free);
            }
        }
    }

    private void begin(Job job, Semaphore free) {
        Thread sender = Thread.ofVirtual().name("send-" + job.entry()).unstarted(() -> run(job, free));
        underWay.put(job, sender);
        sender.start();
    }

    private void run(Job job, Semaphore free) {
        try {
            attempt.run(job);
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; the answer {} waits, or is settled.", job.entry(), e);
        } catch (RuntimeException e) {
            log.error("An attempt on {} ended unexpectedly; it will be settled.", job.account(), e);
        } finally {
            underWay.remove(job);
            free.release();
        }
    }

    /// Until a lane becomes due that was not when we looked. What was due is under way, and the feed tells what becomes
    /// of it, which wakes us.
    private long pause(AccountId account, long looked) {
        long untilDue = queue.nextDue(account, looked).map(due -> due - clock.millis()).orElse(LOOK_EVERY_MS);
        return Math.clamp(untilDue, 1, LOOK_EVERY_MS);
    }
}
