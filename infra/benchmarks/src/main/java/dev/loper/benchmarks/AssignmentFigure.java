package dev.loper.benchmarks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long it takes to decide who gets a topic while ten thousand wait and fifty people are here: when somebody has room
/// again, and when somebody takes the next one.
///
/// The product's own loop is held up by its lease, so that each decision is one this figure asked for.
final class AssignmentFigure {

    private static final int WAITING = 10_000;
    private static final int PEOPLE = 50;
    private static final int WARM_UP = 500;
    private static final int DECISIONS = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Report report;
    private final Deque<Had> had = new ArrayDeque<>();
    private int senders;

    AssignmentFigure(Report report) {
        this.report = report;
    }

    /// A topic somebody has.
    private record Had(Agent agent, String topic) {}

    /// What a round gave, and the nanoseconds it took.
    private record Round(int given, long nanos) {}

    void measure(Product product) throws Exception {
        List<Agent> people = new ArrayList<>();
        List<AgentScreen> screens = new ArrayList<>();
        try (DirectStore store = new DirectStore(product); HttpLine line = new HttpLine(product.port())) {
            store.holdLease("distribution");
            people.add(Agent.setUp(product));
            automatic(people.getFirst());
            for (int i = 1; i < PEOPLE; i++) {
                people.getFirst().add(i);
                people.add(Agent.signIn(product, i));
            }
            for (int i = 0; i < PEOPLE; i++) {
                screens.add(AgentScreen.open(product, people.get(i), i, "{\"watches\":{\"counts\":true}}",
                        (frame, length, at) -> {}));
            }
            while (senders < WAITING) {
                write(store);
            }
            fill(store, line);
            decide(people, store, line, WARM_UP);
            tell("automatic", "a decision by itself, %,d waiting".formatted(WAITING), decide(people, store, line,
                    DECISIONS));
            take(people, store, WARM_UP);
            tell("next", "take next, %,d waiting".formatted(WAITING), take(people, store, DECISIONS));
        } finally {
            for (AgentScreen screen : screens) {
                screen.close();
            }
            for (Agent agent : people) {
                agent.close();
            }
        }
    }

    private void tell(String key, String name, Latencies took) {
        report.add("assignment." + key + ".p50", name + ", p50", took.millis(0.50), "ms");
        report.add("assignment." + key + ".p99", name + ", p99", took.millis(0.99), "ms");
    }

    private static void automatic(Agent administrator) throws IOException {
        JsonNode main = JSON.readTree(administrator.read("/api/v1/queues")).get("items").get(0);
        administrator.send("PUT", "/api/v1/queues/" + main.get("id").asString(),
                "{\"name\":\"Support\",\"automatic\":true,\"version\":" + main.get("version").asLong() + "}");
    }

    /// A customer nobody has heard of begins to wait.
    private void write(DirectStore store) {
        store.append(senders++, SmsWriter.TEXT);
    }

    /// Gives everybody as much as they take, and as many wait as before.
    private void fill(DirectStore store, HttpLine line) throws IOException {
        int given = 0;
        long nanos = 0;
        for (Round round = round(line); round.given() > 0; round = round(line)) {
            given += round.given();
            nanos += round.nanos();
        }
        if (given == 0) {
            throw new IllegalStateException("Nobody was given anything.");
        }
        report.add("assignment.many", "a decision of many at once, on average", nanos / 1e6 / given, "ms");
        for (int i = 0; i < given; i++) {
            write(store);
        }
    }

    /// Somebody is done with a topic, and so has room for the next.
    private Latencies decide(List<Agent> people, DirectStore store, HttpLine line, int decisions) throws IOException {
        Latencies took = new Latencies();
        for (int i = 0; i < decisions; i++) {
            if (had.isEmpty()) {
                look(people);
            }
            Had done = had.remove();
            done.agent().send("POST", "/api/v1/topics/" + done.topic() + "/resolve", "{}");
            Round round = round(line);
            if (round.given() != 1) {
                throw new IllegalStateException("A round with room for one gave " + round.given() + ".");
            }
            took.add(round.nanos());
            write(store);
        }
        return Latencies.of(List.of(took));
    }

    private void look(List<Agent> people) throws IOException {
        for (Agent agent : people) {
            JSON.readTree(agent.read("/api/v1/inbox?view=mine")).get("items").valueStream().forEach(
                    item -> had.add(new Had(agent, item.get("topic").get("id").asString())));
        }
    }

    private static Round round(HttpLine line) throws IOException {
        HttpLine.Answer answer = line.exchange("POST " + RoundHook.PATH
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        if (answer.status() != 200) {
            throw new IOException("A round was answered " + answer.status() + " " + answer.text());
        }
        String[] parts = answer.text().split(" ");
        return new Round(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    /// Everybody in turn takes what waits longest; measured as they see it, over HTTP.
    private Latencies take(List<Agent> people, DirectStore store, int decisions) throws IOException {
        Latencies took = new Latencies();
        for (int i = 0; i < decisions; i++) {
            long begun = System.nanoTime();
            String taken = people.get(i % PEOPLE).send("POST", "/api/v1/inbox/next", "");
            took.add(System.nanoTime() - begun);
            if (taken.isEmpty()) {
                throw new IllegalStateException("Nothing was there to take.");
            }
            write(store);
        }
        return Latencies.of(List.of(took));
    }
}
