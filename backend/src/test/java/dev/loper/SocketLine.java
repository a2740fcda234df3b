package dev.loper;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One end of a WebSocket to a running product, with the text frames that came through it.
public final class SocketLine implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean closed;
    private @Nullable WebSocket socket;

    /// Opens it; as through a proxy where the page's address is not this machine's.
    ///
    /// @param origin of the page that opens it
    public static SocketLine open(int port, String path, String origin, @Nullable String cookie) {
        SocketLine line = new SocketLine();
        URI page = URI.create(origin);
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().header("Origin", origin);
        if (!page.getHost().equals("localhost")) {
            builder.header("X-Forwarded-Host", page.getHost()).header("X-Forwarded-Proto", page.getScheme()).header(
                    "X-Forwarded-For", "198.18.0.1");
        }
        if (cookie != null) {
            builder.header("Cookie", cookie);
        }
        line.socket = builder.buildAsync(URI.create("ws://localhost:" + port + path), line).join();
        return line;
    }

    /// An agent's screen, which watches something.
    ///
    /// @param watches as JSON
    public static SocketLine screen(int port, String origin, String cookie, String watches) {
        SocketLine screen = open(port, "/ws/agent", origin, cookie);
        screen.send("CONNECT\naccept-version:1.2\nhost:loper\nheart-beat:0,0\n\n\0");
        screen.next(frame -> frame.startsWith("CONNECTED"));
        screen.send("SUBSCRIBE\nid:1\ndestination:/user/queue/changes\n\n\0");
        screen.says("watch", "{\"watches\":" + watches + "}");
        return screen;
    }

    /// What a screen tells the server.
    public void says(String destination, String body) {
        send("SEND\ndestination:/app/" + destination + "\ncontent-type:application/json\n\n" + body + "\0");
    }

    public void send(String frame) {
        Objects.requireNonNull(socket).sendText(frame, true).join();
    }

    /// Forgets what came so far.
    public void clear() {
        frames.clear();
    }

    /// Whether the other end has closed it.
    public boolean closed() {
        return closed;
    }

    /// The first frame there is of a kind, now or later.
    ///
    /// @throws IllegalStateException if the line is closed before it comes
    public String next(Predicate<String> wanted) {
        return await().atMost(Duration.ofMinutes(2)).until(() -> {
            boolean over = closed;
            String found = frames.stream().filter(wanted).findFirst().orElse(null);
            if (found == null && over) {
                throw new IllegalStateException("The line was closed.");
            }
            return found;
        }, Objects::nonNull);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        Objects.requireNonNull(socket).abort();
    }
}
