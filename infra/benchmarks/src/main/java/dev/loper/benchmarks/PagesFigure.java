package dev.loper.benchmarks;

import dev.loper.benchmarks.ClosedLoad.Result;
import dev.loper.conversation.Appended;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// The first page of a view and the newest page of a timeline, with few conversations and with many, of a product at rest; and on the way
/// there, what a customer and an entry cost in memory.
final class PagesFigure {

    private static final int SMALL = 1000;
    private static final int LONG_THREADS = 100;
    private static final int LONG = 60;
    private static final int LOADERS = 32;

    private final Options options;
    private final Report report;

    PagesFigure(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void measure(Product product) throws Exception {
        try (DirectStore store = new DirectStore(product); Agent agent = Agent.setUp(product)) {
            load(0, SMALL, store);
            pages(SMALL, product, agent, lengthen(0, SMALL / LONG_THREADS, store));
            load(SMALL, SMALL + 1000, store);
            long before = store.memory();
            load(SMALL + 1000, options.large(), store);
            long customers = store.memory();
            int count = options.large() - SMALL - 1000;
            load(SMALL + 1000, options.large(), store);
            double entry = (store.memory() - customers) / (double) count;
            report.add("memory.entry", "Redis bytes for an entry", entry, "B");
            report.add("memory.customer", "Redis bytes for a customer, beside their entries", (customers - before)
                    / (double) count - entry, "B");
            report.add("memory.payload", "the entry's words", SmsWriter.TEXT.getBytes(
                    StandardCharsets.UTF_8).length, "B");
            if (options.only().contains("pages")) {
                pages(options.large(), product, agent, lengthen(SMALL, (options.large() - SMALL) / LONG_THREADS,
                        store));
                ratio("pages.view", "first page of a view");
                ratio("pages.timeline", "newest page of a timeline");
            }
        }
    }

    private void ratio(String key, String name) {
        report.add(key + ".ratio", name + ", p99 of many to p99 of few", report.value(key + "." + options.large()
                + ".p99") / report.value(key + "." + SMALL + ".p99"), "×");
    }

    private static void load(int from, int to, DirectStore store) throws Exception {
        AtomicInteger next = new AtomicInteger(from);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < LOADERS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int sender = next.getAndIncrement(); sender < to; sender = next.getAndIncrement()) {
                    store.append(sender, SmsWriter.TEXT);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (next.get() < to) {
            throw new IllegalStateException("The conversations could not be loaded.");
        }
    }

    /// Makes conversations longer than a page, spread over all; returns them.
    private static List<String> lengthen(int from, int step, DirectStore store) {
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < LONG_THREADS; i++) {
            Appended.Stored last = store.append(from + i * step, SmsWriter.TEXT);
            for (int more = 1; more < LONG; more++) {
                last = store.append(from + i * step, SmsWriter.TEXT);
            }
            conversations.add(last.conversation().value());
        }
        return conversations;
    }

    private void pages(int size, Product product, Agent agent, List<String> conversations) throws Exception {
        if (!options.only().contains("pages")) {
            return;
        }
        try (Rest rest = new Rest(product.redisPort(), product.redisPassword())) {
            rest.await();
        }
        measure("pages.view." + size, "first page of a view, %,d conversations".formatted(size), product, agent,
                List.of("/api/v1/inbox?view=all"));
        measure("pages.timeline." + size, "newest page of a timeline, %,d conversations".formatted(size), product,
                agent, conversations.stream().map(id -> "/api/v1/conversations/" + id + "/entries").toList());
    }

    private void measure(String key, String name, Product product, Agent agent, List<String> paths) throws Exception {
        List<byte[]> requests = paths.stream().map(path -> agent.get(path).getBytes(StandardCharsets.UTF_8)).toList();
        List<Result> rounds = new ArrayList<>();
        try (HttpLine line = new HttpLine(product.port())) {
            ClosedLoad.Callers callers = connection -> watch -> {
                byte[] request = requests.get(ThreadLocalRandom.current().nextInt(requests.size()));
                watch.start();
                HttpLine.Answer answer = line.exchange(request);
                if (answer.status() != 200 || answer.body().length < 10_000) {
                    throw new IllegalStateException("Not a full page: " + answer.status() + " " + answer.text());
                }
            };
            ClosedLoad.run(1, options.warmUp(), callers);
            for (int i = 0; i < options.rounds(); i++) {
                rounds.add(ClosedLoad.run(1, options.seconds(), callers));
            }
        }
        rounds.sort(Comparator.comparingDouble(Result::p99));
        Result median = rounds.get(rounds.size() / 2);
        report.add(key + ".p50", name + ", p50", median.p50(), "ms");
        report.add(key + ".p99", name + ", p99", median.p99(), "ms");
    }
}
