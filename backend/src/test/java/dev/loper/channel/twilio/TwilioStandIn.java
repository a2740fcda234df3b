package dev.loper.channel.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Twilio's API as far as a test needs it: a real HTTP server that notes what it is asked and answers what it is told.
public final class TwilioStandIn implements AutoCloseable {

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Answer> answers = asked -> Answer.status(404);

    public TwilioStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public List<Asked> asked() {
        return asked;
    }

    /// What it answers from now on; none of it ends the connection without an answer.
    public void answer(Function<Asked, @Nullable Answer> answers) {
        this.answers = asked -> {
            Answer answer = answers.apply(asked);
            return answer == null ? Answer.HANG_UP : answer;
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }

    void reset() {
        asked.clear();
        answers = question -> Answer.status(404);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked question = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), form(
                    exchange.getRequestURI().getRawQuery()), form(body),
                    exchange.getRequestHeaders().getFirst(
                            "Authorization"));
            asked.add(question);
            Answer answer = answers.apply(question);
            if (answer == Answer.HANG_UP) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static Map<String, List<String>> form(@Nullable String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        name -> new ArrayList<>()).add(
                                URLDecoder.decode(pair.substring(equals + 1),
                                        StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    public record Asked(String method, String path, Map<String, List<String>> query, Map<String, List<String>> form,
            @Nullable String authorization) {

        public String field(String name) {
            return String.join(" ", form.getOrDefault(name, List.of()));
        }
    }

    public record Answer(int status, Map<String, String> headers, byte[] body) {

        static final Answer HANG_UP = status(0);

        public static Answer status(int status) {
            return new Answer(status, Map.of(), new byte[0]);
        }

        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body.getBytes(
                    StandardCharsets.UTF_8));
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }
}
