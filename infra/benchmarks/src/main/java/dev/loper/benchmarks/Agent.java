package dev.loper.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Somebody who is signed in.
final class Agent implements AutoCloseable {

    private static final String PASSWORD = "quiet-paper-runner-42";

    private final HttpLine line;
    private String cookies = "";
    private String token = "";

    private Agent(HttpLine line) {
        this.line = line;
    }

    /// Sets the product up by its one-time link; whoever does is signed in and administers.
    static Agent setUp(Product product) throws IOException {
        Agent agent = connect(product);
        agent.post("/api/v1/setup", "{\"token\":\"" + product.setupToken() + "\",\"name\":\"Noor\",\"email\":\""
                + email(0) + "\",\"password\":\"" + PASSWORD + "\"}");
        return agent;
    }

    /// Adds a colleague.
    void add(int number) throws IOException {
        post("/api/v1/people", "{\"name\":\"Agent " + number + "\",\"email\":\"" + email(number) + "\",\"password\":\""
                + PASSWORD + "\",\"roles\":[\"agent\"]}");
    }

    /// Signs somebody in.
    static Agent signIn(Product product, int number) throws IOException {
        Agent agent = connect(product);
        agent.post("/api/v1/session", "{\"email\":\"" + email(number) + "\",\"password\":\"" + PASSWORD + "\"}");
        return agent;
    }

    private static String email(int number) {
        return "agent" + number + "@loper.test";
    }

    private static Agent connect(Product product) throws IOException {
        Agent agent = new Agent(new HttpLine(product.port()));
        agent.keepCookies(agent.line.exchange("GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        return agent;
    }

    private void keepCookies(HttpLine.Answer answer) {
        String newToken = answer.cookie("XSRF-TOKEN");
        token = newToken == null ? token : newToken;
        String session = answer.cookie("LOPER_SESSION");
        cookies = session == null ? cookies : "LOPER_SESSION=" + session;
    }

    private void post(String path, String json) throws IOException {
        send("POST", path, json);
    }

    /// Has something done, and gives what was answered.
    ///
    /// @throws IOException if it was refused
    String send(String method, String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        HttpLine.Answer answer = line.exchange(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nCookie: XSRF-TOKEN=" + token + "; " + cookies
                + "\r\nX-XSRF-TOKEN: " + token + "\r\nContent-Length: " + body.length + "\r\n\r\n" + json);
        keepCookies(answer);
        if (answer.status() >= 300 || cookies.isEmpty()) {
            throw new IOException(path + " was answered " + answer.status() + " " + answer.text());
        }
        return answer.text();
    }

    /// The text of a request for a page.
    String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nCookie: " + cookies
                + "\r\n\r\n";
    }

    /// Reads a page on a line of its own: a server closes what was idle for a minute, and a round lasts that long.
    String read(String path) throws IOException {
        HttpLine.Answer answer;
        try (HttpLine fresh = new HttpLine(line.port())) {
            answer = fresh.exchange(get(path));
        }
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
