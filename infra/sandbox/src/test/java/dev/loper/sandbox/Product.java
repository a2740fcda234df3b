package dev.loper.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// Stands where Loper stands: hears webhooks on a real socket, answers as told, serves files to be sent.
public final class Product {

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> twiml = new ConcurrentLinkedQueue<>();
    private final Map<String, File> files = new ConcurrentHashMap<>();

    public Product() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hooks", this::hear);
        server.createContext("/files", this::serve);
        server.start();
    }

    public record Heard(String path, Map<String, String> form, String signature, String token) {}

    private record File(String type, byte[] bytes) {}

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void forget() {
        heard.clear();
        answers.clear();
        twiml.clear();
    }

    /// The next webhooks get these statuses; later ones 204.
    public void willAnswer(Integer... statuses) {
        answers.addAll(Arrays.asList(statuses));
    }

    /// What callers are answered, step by step.
    public void willSay(String... steps) {
        twiml.addAll(Arrays.asList(steps));
    }

    public String file(String name, String type, int size) {
        files.put("/files/" + name, new File(type, new byte[size]));
        return url() + "/files/" + name;
    }

    public List<Heard> heard(String path) {
        return heard.stream().filter(one -> one.path().equals(path)).toList();
    }

    public List<String> states(String path) {
        return heard(path).stream().map(one -> one.form().get("MessageStatus")).toList();
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(exchange.getRequestURI().toString(), form(body),
                    exchange.getRequestHeaders().getFirst("X-Twilio-Signature"),
                    exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token")));
            String said = exchange.getRequestURI().getPath().endsWith("/voice") ? twiml.poll() : null;
            if (said != null) {
                byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                return;
            }
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            File file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", file.type());
            exchange.sendResponseHeaders(200, file.bytes().length == 0 ? -1 : file.bytes().length);
            exchange.getResponseBody().write(file.bytes());
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            String[] halves = pair.split("=", 2);
            form.put(decode(halves[0]), halves.length > 1 ? decode(halves[1]) : "");
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
