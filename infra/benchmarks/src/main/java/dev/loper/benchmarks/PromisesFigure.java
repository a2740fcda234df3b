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
    private static final int CONNECTIONS = 16;
    /// Messages, as many as the live figure has.
    private static final int PER_SECOND = 200;
    private static final int SENDERS = 2000;
    /// Seconds: an idle product takes two to five percent of a core, and what is looked for is one.
    private static final double IDLE = 120;
    /// Milliseconds between two looks at how many are late.
    private static final int LOOK = 5;
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
        try (DirectStore store = new DirectStore(product);
                PromiseSeed seed = new PromiseSeed(product, store);
                Rest rest = new Rest(product.redisPort(), product.redisPassword())) {
            for (int i = 0; i < CONNECTIONS; i++) {
                lines.add(new HttpLine(product.port()));
            }
            Callers messages = SmsWriter.posts(product, lines, SmsWriter.PATH, SENDERS);
            ClosedLoad.run(CONNECTIONS, options.warmUp(), messages);
            Idle none = idle("promises.idle-none", "an idle product, no promise open", product, rest);
            long before = store.memory();
            Instant far = clock.instant().plus(Duration.ofDays(30));
            seed.open(options.promises(), i -> new PromiseSeed.Moments(far.plusMillis(i * 1000L), true));
            report.add("promises.memory", "Redis bytes for an open promise", (store.memory() - before)
                    / (double) options.promises(), "B");
            Idle all = idle("promises.idle", "an idle product, %,d promises open".formatted(options.promises()),
                    product, rest);
            report.add("promises.cost.commands", "of these, for the open promises", all.commands() - none.commands(),
                    "/s");
            report.add("promises.cost.cpu", "of a core, for the open promises", all.cpu() - none.cpu(), "%");
            steady(seed);
            atOnce(seed, messages);
        } finally {
            for (HttpLine line : lines) {
                line.close();
            }
        }
    }

    /// What a product costs that has nothing to do.
    ///
    /// @param commands of Redis, a second
    /// @param cpu      of product and Redis, in percent of a core
    private record Idle(double commands, double cpu) {}

    private Idle idle(String key, String name, Product product, Rest rest) throws InterruptedException {
        rest.await();
        long commands = rest.commands();
        Product.Cpu cpu = product.cpu();
        TimeUnit.MILLISECONDS.sleep((long) (IDLE * 1000));
        Product.Cpu used = product.cpu().since(cpu);
        Idle found = new Idle((rest.commands() - commands) / IDLE, (used.product() + used.redis()) / IDLE * 100);
        report.add(key + ".commands", name + ", commands of Redis", found.commands(), "/s");
        report.add(key + ".cpu", name + ", product and Redis, of a core", found.cpu(), "%");
        return found;
    }

    /// Fifty due each second. What the product writes down is the moment itself, so how late it was is seen from outside.
    private void steady(PromiseSeed seed) throws InterruptedException {
        Instant begin = clock.instant().plusSeconds(5);
        int count = A_SECOND * STEADY;
        long before = seed.late();
        seed.open(count, i -> new PromiseSeed.Moments(begin.plusMillis(i * 1000L / A_SECOND), false));
        Instant end = begin.plusSeconds(STEADY + 5);
        List<Long> lateness = new ArrayList<>();
        while (lateness.size() < count && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(LOOK);
            long fired = seed.late() - before;
            while (lateness.size() < fired) {
                Instant due = begin.plusMillis(lateness.size() * 1000L / A_SECOND);
                lateness.add(Duration.between(due, clock.instant()).toMillis());
            }
        }
        Collections.sort(lateness);
        if (lateness.isEmpty()) {
            throw new IllegalStateException("None of those due a second ago has become late.");
        }
        report.add("promises.steady.fired", "50 due a second for %d s, fired".formatted(STEADY), lateness.size()
                / (double) count * 100, "%");
        report.add("promises.steady.p99", "50 due a second, after the moment, p99", lateness.get((int) (lateness.size()
                * 0.99)), "ms");
        report.add("promises.steady.most", "50 due a second, after the moment, the most", lateness.getLast(), "ms");
    }

    /// Ten thousand due at the same moment, while messages come in.
    private void atOnce(PromiseSeed seed, Callers messages) throws Exception {
        Result usual = PacedLoad.run(CONNECTIONS, PER_SECOND, options.seconds(), messages);
        long late = seed.late();
        Instant moment = clock.instant().plusSeconds(10);
        seed.open(AT_ONCE, i -> new PromiseSeed.Moments(moment, false));
        TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(clock.instant(), moment).toMillis()));
        try (ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            Future<Double> fired = waiting.submit((Callable<Double>) () -> untilFired(seed, late + AT_ONCE));
            Result meanwhile = PacedLoad.run(CONNECTIONS, PER_SECOND, () -> !fired.isDone(), messages);
            report.add("promises.at-once", "10,000 due at once, until all have fired", fired.get(), "s");
            report.add("promises.at-once.usual-p99", "messages, 200/s, p99, before", usual.p99(), "ms");
            report.add("promises.at-once.p99", "messages, 200/s, p99, while they fire", meanwhile.p99(), "ms");
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
