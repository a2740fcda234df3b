package dev.loper.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a webhook's first byte to the frame at an agent: messages at a steady rate, and many agents who each watch one
/// view of fifty rows and one thread.
///
/// Every message concerns a row of all screens and the open thread of one, so each is pushed fifty-one times.
final class LiveFigure {

    private static final int AGENTS = 50;
    private static final int PER_SECOND = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Options options;
    private final Report report;

    LiveFigure(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    private record Round(double entryP50, double entryP99, double rowP50, double rowP99, int missing, int reloads,
            double perSecond, double frames, Product.Cpu each) {}

    /// A row of the view and the conversation it belongs to.
    private record Row(String topic, String conversation) {}

    void measure(Product product) throws Exception {
        List<Agent> agents = new ArrayList<>();
        try (DirectStore store = new DirectStore(product)) {
            agents.add(Agent.setUp(product));
            for (int i = 1; i < AGENTS; i++) {
                agents.getFirst().add(i);
                agents.add(Agent.signIn(product, i));
            }
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                var first = store.append(i, "Hello, is anybody there?");
                rows.add(new Row(first.topic().value(), first.conversation().value()));
            }
            warmUp(product);
            round(product, agents, rows, options.warmUp());
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < options.rounds(); i++) {
                rounds.add(round(product, agents, rows, options.seconds()));
            }
            tell(rounds);
        } finally {
            for (Agent agent : agents) {
                agent.close();
            }
        }
    }

    /// At the measured rate alone, the just-in-time compiler would still be at work when the counting begins.
    private void warmUp(Product product) throws Exception {
        List<HttpLine> lines = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            lines.add(new HttpLine(product.port()));
        }
        ClosedLoad.run(AGENTS, options.warmUp(), connection -> {
            SmsWriter writer = new SmsWriter(product.publicUrl());
            return watch -> {
                watch.start();
                lines.get(connection).exchange(writer.request(SmsWriter.PATH, connection, SmsWriter.TEXT));
            };
        });
        for (HttpLine line : lines) {
            line.close();
        }
    }

    private void tell(List<Round> rounds) {
        rounds.sort(Comparator.comparingDouble(Round::entryP99));
        Round median = rounds.get(rounds.size() / 2);
        report.add("live.rate", "live: webhooks a second", median.perSecond(), "/s");
        report.add("live.entry.p50", "webhook → entry in the open thread, p50", median.entryP50(), "ms");
        report.add("live.entry.p99", "webhook → entry in the open thread, p99", median.entryP99(), "ms");
        report.add("live.row.p50", "webhook → row in each of 50 views, p50", median.rowP50(), "ms");
        report.add("live.row.p99", "webhook → row in each of 50 views, p99", median.rowP99(), "ms");
        report.add("live.missing", "live: missing, all rounds", rounds.stream().mapToInt(Round::missing).sum(), "");
        report.add("live.reloads", "live: screens told to reload, all rounds", rounds.stream().mapToInt(
                Round::reloads).sum(), "");
        report.add("live.frames", "live: frames a second", median.frames(), "/s");
        report.add("live.cpu-product", "live: product's processor time a message", median.each().product(), "µs");
        report.add("live.cpu-redis", "live: Redis' processor time a message", median.each().redis(), "µs");
        report.add("live.cpu-harness", "live: generator's and screens' processor time a message",
                median.each().harness(), "µs");
    }

    private static Round round(Product product, List<Agent> agents, List<Row> rows, double seconds)
            throws Exception {
        int messages = (int) (seconds * PER_SECOND);
        Sightings sightings = new Sightings(AGENTS, messages);
        List<AgentScreen> screens = new ArrayList<>();
        try {
            for (int i = 0; i < AGENTS; i++) {
                screens.add(AgentScreen.open(product, agents.get(i), i, watch(agents.get(i), rows, i),
                        sightings.screen(i)::arrived));
            }
            Product.Cpu before = product.cpu();
            long begin = System.nanoTime();
            send(product, sightings, messages, begin);
            double took = (System.nanoTime() - begin) / 1e9;
            for (int i = 0; i < 100 && !sightings.complete(messages); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            for (AgentScreen screen : screens) {
                if (screen.failure() != null) {
                    throw new IllegalStateException("A screen lost its line.", screen.failure());
                }
            }
            Latencies entries = sightings.entryLatencies(messages);
            Latencies all = sightings.rowLatencies();
            return new Round(entries.millis(0.5), entries.millis(0.99), all.millis(0.5), all.millis(0.99),
                    sightings.missing(messages), sightings.reloads(), messages / took, sightings.frames() / took,
                    product.cpu().since(before).each(messages));
        } finally {
            for (AgentScreen screen : screens) {
                screen.close();
            }
        }
    }

    /// Registers what a screen watches, from the cursor of the page it loaded.
    private static String watch(Agent agent, List<Row> rows, int number) throws Exception {
        JsonNode page = JSON.readTree(agent.read("/api/v1/inbox?view=all"));
        if (page.get("items").size() != AGENTS) {
            throw new IllegalStateException("The view has " + page.get("items").size() + " rows.");
        }
        String ids = rows.stream().map(row -> "\"" + row.topic() + "\"").collect(Collectors.joining(","));
        return "{\"watches\":{\"view\":{\"name\":\"all\",\"rows\":[" + ids + "]},\"thread\":\""
                + rows.get(number).conversation() + "\",\"counts\":true},\"cursor\":\"" + page.get("live").asString()
                + "\"}";
    }

    private static void send(Product product, Sightings sightings, int messages, long begin) throws Exception {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                int sender = i;
                tasks.add(() -> sendSome(product, sightings, sender, messages, begin));
            }
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
    }

    /// Sends one customer's messages, each when its moment comes; none before the customer's last one is answered, so
    /// that a later message stands in the row after an earlier one.
    private static boolean sendSome(Product product, Sightings sightings, int sender, int messages, long begin)
            throws Exception {
        SmsWriter writer = new SmsWriter(product.publicUrl());
        try (HttpLine line = new HttpLine(product.port())) {
            for (int message = sender; message < messages; message += AGENTS) {
                String text = Sightings.mark(message) + " " + SmsWriter.TEXT;
                byte[] request = writer.request(SmsWriter.PATH, sender, text);
                long due = begin + message * 1_000_000_000L / PER_SECOND;
                while (System.nanoTime() - due < 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                sightings.leaves(message, System.nanoTime());
                int status = line.exchange(request).status();
                if (status != 200) {
                    throw new IllegalStateException("A webhook was answered " + status + ".");
                }
            }
        }
        return true;
    }
}
