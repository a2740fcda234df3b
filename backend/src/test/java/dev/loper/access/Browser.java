package dev.loper.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser with the agent app in it: it keeps cookies and sends the form token along, as the app does.
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What came back.
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }

        public String type() {
            return body.path("type").asString("");
        }

        /// The field a refusal names.
        public String field() {
            return body.path("field").asString("");
        }

        /// What a refusal says to a person.
        public String detail() {
            return body.path("detail").asString("");
        }
    }

    private final String base;
    private boolean chunked;
    final Map<String, String> cookies = new LinkedHashMap<>();
    final Map<String, String> headers = new LinkedHashMap<>();

    public Browser(int port) {
        this("http://127.0.0.1:" + port);
    }

    private Browser(String base) {
        this.base = base;
    }

    /// A header sent with every request from now on.
    public Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /// The same browser, which goes its own way from now on.
    public Browser copy() {
        Browser copy = new Browser(base);
        copy.cookies.putAll(cookies);
        copy.headers.putAll(headers);
        copy.chunked = chunked;
        return copy;
    }

    /// The same browser, which does not say how large what it sends is.
    public Browser inChunks() {
        Browser other = copy();
        other.chunked = true;
        return other;
    }

    Browser without(String name) {
        headers.remove(name);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer signIn(String email, String password) {
        get("/api/v1/session");
        return post("/api/v1/session", Map.of("email", email, "password", password));
    }

    /// What it sends to open a socket.
    public String sessionCookie() {
        return "LOPER_SESSION=" + cookies.getOrDefault("LOPER_SESSION", "none");
    }

    public Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", String.join("; ", cookies.entrySet().stream().map(cookie -> cookie.getKey()
                    + "=" + cookie.getValue()).toList()));
        }
        if (!method.equals("GET") && cookies.containsKey("XSRF-TOKEN") && !headers.containsKey("X-XSRF-TOKEN")) {
            request.setHeader("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        request.method(method, body == null
                ? BodyPublishers.noBody()
                : published(body instanceof String text ? text : JSON.writeValueAsString(body)));
        try {
            return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private BodyPublisher published(String body) {
        return chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                : BodyPublishers.ofString(body);
    }

    private Answer answer(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type.contains("json")
                ? JSON.readTree(response.body())
                : JSON.createObjectNode(), response);
    }

    static List<String> setCookies(Answer answer) {
        return answer.raw().headers().allValues("Set-Cookie");
    }
}
