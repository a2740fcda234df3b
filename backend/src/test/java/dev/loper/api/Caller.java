package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody who calls the API over HTTP. Every answer is held to the API's description.
final class Caller {

    private final Browser browser;

    Caller(Browser browser) {
        this.browser = browser;
    }

    /// One with an API token.
    static Caller with(int port, String token) {
        return new Caller(new Browser(port).with("Authorization", "Bearer " + token));
    }

    /// The same caller, sending one more header.
    Caller sending(String name, String value) {
        return new Caller(browser.copy().with(name, value));
    }

    /// Reads what must be there.
    JsonNode read(String path) {
        return done("GET", path, null).body();
    }

    /// Does what must succeed.
    JsonNode does(String path, Object body) {
        return done("POST", path, body).body();
    }

    Answer done(String method, String path, @Nullable Object body) {
        Answer answer = send(method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.raw().body()).isBetween(200, 299);
        return answer;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, @Nullable Object body) {
        Answer answer = browser.send(method, path, body);
        assertThat(Described.faults(method, path, answer.status(), answer.header("Content-Type").orElse(null),
                answer.body())).as("%s %s, answered %s: %s", method, path, answer.status(),
                        answer.raw().body()).isEmpty();
        return answer;
    }
}
