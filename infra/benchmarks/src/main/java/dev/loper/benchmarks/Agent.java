package dev.loper.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Somebody who is signed in.
final class Agent implements AutoCloseable {

    private static final String EMAIL = "lotte@loper.test";
    private static final String PASSWORD = "quiet-paper-runner-42";

    private final HttpLine line;
    private final String cookies;

    private Agent(HttpLine line, String cookies) {
        this.line = line;
        this.cookies = cookies;
    }

    /// Sets the product up by its one-time link; whoever does is signed in.
    static Agent setUp(Product product) throws IOException {
        return enter(product, "/api/v1/setup", "{\"token\":\"" + product.setupToken() + "\",\"name\":\"Lotte\","
                + "\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    /// Signs in, after a set-up, to a session of its own.
    static Agent signIn(Product product) throws IOException {
        return enter(product, "/api/v1/session", "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    private static Agent enter(Product product, String path, String json) throws IOException {
        HttpLine line = new HttpLine(product.port());
        String token = line.exchange("GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\n\r\n").cookie("XSRF-TOKEN");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        HttpLine.Answer answer = line.exchange("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nCookie: XSRF-TOKEN=" + token + "\r\nX-XSRF-TOKEN: " + token
                + "\r\nContent-Length: " + body.length + "\r\n\r\n" + json);
        String session = answer.cookie("SESSION");
        if (answer.status() != 200 || session == null) {
            throw new IOException("Not signed in: " + answer.status() + " " + answer.headers() + " " + answer.text());
        }
        return new Agent(line, "SESSION=" + session);
    }

    /// The text of a request for a page.
    String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nCookie: " + cookies
                + "\r\n\r\n";
    }

    String read(String path) throws IOException {
        HttpLine.Answer answer = line.exchange(get(path));
        if (answer.status() != 200) {
            throw new IOException(path + " was answered " + answer.status() + " " + answer.text());
        }
        return answer.text();
    }

    String cookies() {
        return cookies;
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
