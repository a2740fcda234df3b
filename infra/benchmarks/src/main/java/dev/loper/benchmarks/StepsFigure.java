package dev.loper.benchmarks;

import dev.loper.benchmarks.ClosedLoad.Callers;
import dev.loper.benchmarks.ClosedLoad.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/// A thousand steps a second from the pages of a shop, beside messages at a usual rate; and what the messages notice of it.
///
/// The pages send what came together in a second: two steps of a visitor at a time.
final class StepsFigure {

    private static final String PATH = "/api/steps?account=chat-web";
    private static final int VISITORS = 500;
    private static final int CONNECTIONS = 50;
    private static final int STEPS = 2;
    private static final int BATCHES_A_SECOND = 500;
    private static final int MESSAGES_A_SECOND = 100;
    private static final int MESSAGE_CONNECTIONS = 8;
    private static final int SENDERS = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Options options;
    private final Report report;

    StepsFigure(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    void measure(Product product) throws Exception {
        List<HttpLine> lines = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS + MESSAGE_CONNECTIONS; i++) {
                lines.add(new HttpLine(product.port()));
            }
            Callers messages = SmsWriter.posts(product, lines.subList(CONNECTIONS, lines.size()), SmsWriter.PATH,
                    SENDERS);
            Callers steps = steps(lines, visitors(lines.getFirst()));
            both(steps, messages, options.warmUp());
            Result usual = messages(messages, options.seconds());
            Both together = both(steps, messages, options.seconds());
            report.add("steps.per-second", "steps taken in, wanted 1,000 a second", together.steps().perSecond()
                    * STEPS, "/s");
            report.add("steps.p50", "a batch of two steps, p50", together.steps().p50(), "ms");
            report.add("steps.p99", "a batch of two steps, p99", together.steps().p99(), "ms");
            report.add("steps.usual-p99", "100 messages a second, p99, before", usual.p99(), "ms");
            report.add("steps.messages-p99", "100 messages a second, p99, beside the steps", together.messages().p99(),
                    "ms");
        } finally {
            for (HttpLine line : lines) {
                line.close();
            }
        }
    }

    private record Both(Result steps, Result messages) {}

    private static Both both(Callers steps, Callers messages, double seconds) throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Result> beside = threads.submit((Callable<Result>) () -> messages(messages, seconds));
            Result taken = PacedLoad.run(CONNECTIONS, BATCHES_A_SECOND, seconds, steps);
            return new Both(taken, beside.get());
        }
    }

    private static Result messages(Callers messages, double seconds) throws Exception {
        return PacedLoad.run(MESSAGE_CONNECTIONS, MESSAGES_A_SECOND, seconds, messages);
    }

    /// Each visitor's token, as the answer to their first batch names it.
    private static List<String> visitors(HttpLine line) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            HttpLine.Answer answer = line.exchange(batch(""));
            tokens.add(JSON.readTree(answer.text()).get("visitor").asString());
        }
        return tokens;
    }

    private static Callers steps(List<HttpLine> lines, List<String> visitors) {
        return connection -> {
            HttpLine line = lines.get(connection);
            return watch -> {
                String visitor = visitors.get(ThreadLocalRandom.current().nextInt(VISITORS));
                watch.start();
                int status = line.exchange(batch(visitor)).status();
                if (status != 200) {
                    throw new IllegalStateException("A batch of steps was answered " + status + ".");
                }
            };
        };
    }

    /// A page and a form step, as the snippet sends them.
    private static byte[] batch(String visitor) {
        String body = """
                {"visitor":"%s","steps":[{"id":"%s","kind":"page","name":"Lamp Fjord","url":"http://localhost/lamps/fjord"},\
                {"id":"%s","kind":"form","name":"Delivery address","data":{"flow":"checkout","step":3,"of":4,\
                "fields":{"postcode":"1015 CJ","city":"Amsterdam"}}}]}""".formatted(
                visitor, UUID.randomUUID(),
                UUID.randomUUID());
        return ("POST " + PATH
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://shop.test\r\nContent-Type: text/plain\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }
}
