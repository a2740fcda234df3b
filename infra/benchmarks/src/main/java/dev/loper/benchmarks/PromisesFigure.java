package dev.loper.benchmarks;

import dev.loper.benchmarks.ClosedLoad.Callers;
import dev.loper.benchmarks.ClosedLoad.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// What open promises cost while none is due; how soon they fire when many are due at once, and when some are due each
/// second; and what messages notice of it.
final class PromisesFigure {

    private static final int AT_ONCE = 10_000;
    private static final int A_SECOND = 50;
    private static final int STEADY = 20;
    private static final int CONNECTIONS = 4;
    private static final int SENDERS = 2000;
    private static final double IDLE = 30;
    private static final Duration FIRES_WITHIN = Duration.ofMinutes(3);

    private final Options options;
    private final Report report;
    private final Clock clock = Clock.systemUTC();

    PromisesFigure(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void measure(Product product) throws Exception {
        List<HttpLine> lines = new ArrayList<>();
        try (DirectStore store = new DirectStore(product); PromiseSeed seed = new PromiseSeed(product, store)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                lines.add(new HttpLine(product.port()));
            }
            Callers messages = SmsWriter.posts(product, lines, SmsWriter.PATH, SENDERS);
            ClosedLoad.run(CONNECTIONS, options.warmUp(), messages);
            idle("promises.idle-none", "an idle product, no promise open", product, seed);
            long before = store.memory();
            Instant far = clock.instant().plus(Duration.ofDays(30));
            seed.open(options.promises(), i -> new PromiseSeed.Moments(far.plusMillis(i * 1000L), true));
            report.add("promises.memory", "Redis bytes for an open promise", (store.memory() - before)
                    / (double) options.promises(), "B");
            idle("promises.idle", "an idle product, %,d promises open".formatted(options.promises()), product, seed);
            steady(seed);
            atOnce(seed, messages);
        } finally {
            for (HttpLine line : lines) {
                line.close();
            }
        }
    }

    private void idle(String key, String name, Product product, PromiseSeed seed) throws InterruptedException {
        TimeUnit.SECONDS.sleep(5);
        long commands = seed.commands();
        Product.Cpu cpu = product.cpu();
        TimeUnit.MILLISECONDS.sleep((long) (IDLE * 1000));
        Product.Cpu used = product.cpu().since(cpu);
        report.add(key + ".commands", name + ", commands of Redis", (seed.commands() - commands) / IDLE, "/s");
        report.add(key + ".cpu", name + ", product and Redis, of a core", (used.product() + used.redis()) / IDLE
                * 100, "%");
    }

    /// Fifty due each second.
    private void steady(PromiseSeed seed) throws InterruptedException {
        Instant begin = clock.instant().plusSeconds(5);
        int count = A_SECOND * STEADY;
        seed.open(count, i -> new PromiseSeed.Moments(begin.plusMillis(i * 1000L / A_SECOND), false));
        TimeUnit.SECONDS.sleep(5 + STEADY + 5);
        List<Long> lateness = new ArrayList<>(seed.lateness(count));
        Collections.sort(lateness);
        report.add("promises.steady.fired", "50 due a second for %d s, fired".formatted(STEADY), lateness.size()
                / (double) count * 100, "%");
        report.add("promises.steady.p99", "50 due a second, after the moment, p99", lateness.get((int) (lateness.size()
                * 0.99)), "ms");
        report.add("promises.steady.most", "50 due a second, after the moment, the most", lateness.getLast(), "ms");
    }

    /// Ten thousand due at the same moment, while messages come in.
    private void atOnce(PromiseSeed seed, Callers messages) throws Exception {
        Result usual = ClosedLoad.run(CONNECTIONS, options.seconds(), messages);
        long late = seed.late();
        Instant moment = clock.instant().plusSeconds(10);
        seed.open(AT_ONCE, i -> new PromiseSeed.Moments(moment, false));
        try (ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(clock.instant(), moment).toMillis()));
            Future<Double> fired = waiting.submit((Callable<Double>) () -> untilFired(seed, late + AT_ONCE));
            Result meanwhile = ClosedLoad.run(CONNECTIONS, options.seconds(), messages);
            report.add("promises.at-once", "10,000 due at once, until all have fired", fired.get(), "s");
            report.add("promises.at-once.usual-p99", "messages, p99, before", usual.p99(), "ms");
            report.add("promises.at-once.p99", "messages, p99, while they fire", meanwhile.p99(), "ms");
            report.add("promises.at-once.ratio", "messages, p99, while they fire to before", meanwhile.p99()
                    / usual.p99(), "×");
        }
    }

    private double untilFired(PromiseSeed seed, long wanted) throws InterruptedException {
        long begun = System.nanoTime();
        while (seed.late() < wanted) {
            if (System.nanoTime() - begun > FIRES_WITHIN.toNanos()) {
                throw new IllegalStateException("Only %d of %d have fired after %s.".formatted(seed.late(), wanted,
                        FIRES_WITHIN));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
