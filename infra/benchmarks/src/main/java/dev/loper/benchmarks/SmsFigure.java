package dev.loper.benchmarks;

import dev.loper.benchmarks.ClosedLoad.Callers;
import dev.loper.benchmarks.ClosedLoad.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Signed SMS webhooks stored per second, beside a webhook that does nothing and the store alone.
final class SmsFigure {

    private static final int CONNECTIONS = 32;
    private static final int SENDERS = 2000;

    private final Options options;
    private final Report report;

    SmsFigure(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void measure(Product product) throws Exception {
        List<HttpLine> lines = new ArrayList<>();
        try (DirectStore store = new DirectStore(product)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                lines.add(new HttpLine(product.port()));
            }
            measure("webhooks", "signed SMS webhooks stored", product,
                    SmsWriter.posts(product, lines, SmsWriter.PATH, SENDERS));
            measure("no-op", "a no-op behind the same filters", product,
                    SmsWriter.posts(product, lines, NoOpHook.PATH, SENDERS));
            measure("append", "the append script alone", product, connection -> watch -> {
                watch.start();
                store.append(ThreadLocalRandom.current().nextInt(SENDERS), SmsWriter.TEXT);
            });
        } finally {
            for (HttpLine line : lines) {
                line.close();
            }
        }
    }

    private void measure(String key, String name, Product product, Callers callers) throws Exception {
        if (!options.only().contains(key)) {
            return;
        }
        ClosedLoad.run(CONNECTIONS, options.warmUp(), callers);
        record Round(Result result, Product.Cpu each) {}
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < options.rounds(); i++) {
            Product.Cpu before = product.cpu();
            Result result = ClosedLoad.run(CONNECTIONS, options.seconds(), callers);
            rounds.add(new Round(result, product.cpu().since(before).each(result.count())));
        }
        rounds.sort(Comparator.comparingDouble(round -> round.result().perSecond()));
        Round median = rounds.get(rounds.size() / 2);
        report.add(key + ".per-second", name, median.result().perSecond(), "/s");
        report.add(key + ".p50", name + ", p50", median.result().p50(), "ms");
        report.add(key + ".p99", name + ", p99", median.result().p99(), "ms");
        report.add(key + ".cpu-product", name + ", product's processor time each", median.each().product(), "µs");
        report.add(key + ".cpu-redis", name + ", Redis' processor time each", median.each().redis(), "µs");
        report.add(key + ".cpu-harness", name + ", generator's processor time each", median.each().harness(), "µs");
    }
}
