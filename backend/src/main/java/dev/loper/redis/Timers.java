package dev.loper.redis;

import dev.loper.redis.RedisKeys.Family;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ZAddParams;

/// Looks four times a second what is due, and has it happen: also what became due while nobody looked.
///
/// Whatever sets a timer does so in the script that changes its record (`timers.lua`). A lease keeps all nodes but one
/// from looking; it saves work, and nothing depends on it.
@Component
public class Timers {

    private static final Logger log = LoggerFactory.getLogger(Timers.class);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    /// Each effect waits until it is on disk; several at once wait together.
    private static final int AT_A_TIME = 16;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Leases leases;
    private final Clock clock;
    private final Map<String, TimerEffect> effects;

    Timers(RedisStore store, RedisKeys keys, Leases leases, Clock clock, List<TimerEffect> effects) {
        this.store = store;
        this.keys = keys;
        this.leases = leases;
        this.clock = clock;
        this.effects = effects.stream().collect(Collectors.toMap(TimerEffect::kind, Function.identity()));
    }

    @Scheduled(fixedDelay = 250)
    void look() {
        if (leases.hold("timers", LEASE)) {
            fireDue();
        }
    }

    /// Fires all that is due by now, as long as this node has the lease: what is due of one record the earliest first.
    void fireDue() {
        try {
            List<Timer> due = due();
            while (!due.isEmpty()) {
                fire(due);
                due = due.size() < BATCH || !mayGoOn() ? List.of() : due();
            }
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; what is due waits.", e);
        }
    }

    private boolean mayGoOn() {
        return !Thread.currentThread().isInterrupted() && leases.hold("timers", LEASE);
    }

    private List<Timer> due() {
        double now = clock.instant().toEpochMilli();
        return store.with(redis -> redis.zrangeByScoreWithScores(keys.of(Family.TIMERS), Double.NEGATIVE_INFINITY, now,
                0, BATCH)).stream().map(found -> Timer.of(found.getElement(), found.getScore())).toList();
    }

    private void fire(List<Timer> due) {
        Collection<List<Timer>> records = due.stream().collect(Collectors.groupingBy(Timer::id, LinkedHashMap::new,
                Collectors.toList())).values();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_A_TIME, records.size()),
                Thread.ofVirtual().name("timer-", 0).factory())) {
            await(records.stream().<Future<?>>map(one -> threads.submit(() -> fire(one, over))).toList(), over);
        }
    }

    /// Fires what is due of one record, in its order.
    ///
    /// @param over set once Redis is away or this node stops: nobody waits for each of the others to find that out
    private void fire(List<Timer> record, AtomicBoolean over) {
        for (Timer timer : record) {
            if (over.get()) {
                return;
            }
            try {
                fire(timer);
            } catch (StoreUnavailableException e) {
                over.set(true);
                throw e;
            }
        }
    }

    /// @throws StoreUnavailableException if Redis went away meanwhile
    private static void await(List<Future<?>> fired, AtomicBoolean over) {
        try {
            for (Future<?> one : fired) {
                one.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StoreUnavailableException away -> throw away;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            over.set(true);
            Thread.currentThread().interrupt();
        }
    }

    private void fire(Timer timer) {
        TimerEffect effect = effects.get(timer.kind());
        try {
            if (effect == null) {
                log.warn("No effect is known for the timer {}: it was set by a later Loper, and waits for one.",
                        timer.member());
                postpone(timer);
            } else {
                effect.fire(timer);
            }
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The timer {} failed; it is tried again in {} s.", timer.member(), LATER.toSeconds(), e);
            postpone(timer);
        }
    }

    /// One that fails must not keep the others from their turn.
    private void postpone(Timer timer) {
        store.with(redis -> redis.zadd(keys.of(Family.TIMERS), clock.instant().plus(LATER).toEpochMilli(),
                timer.member(), ZAddParams.zAddParams().xx()));
    }
}
