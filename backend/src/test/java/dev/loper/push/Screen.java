package dev.loper.push;

import dev.loper.access.Browser;
import dev.loper.feed.Cursor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An agent's screen: STOMP over a real WebSocket, as the app speaks it. It keeps every frame of changes.
final class Screen implements AutoCloseable, WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What a screen shows.
    record Watches(@Nullable String view, List<String> rows, @Nullable String thread, boolean counts,
            boolean board, boolean promises, boolean occasions) {

        Watches(@Nullable String view, List<String> rows, @Nullable String thread, boolean counts) {
            this(view, rows, thread, counts, false, false, false);
        }

        static final Watches NOTHING = new Watches(null, List.of(), null, false);

        static Watches view(String view, String... rows) {
            return new Watches(view, List.of(rows), null, false);
        }

        static Watches thread(Object conversation) {
            return new Watches(null, List.of(), conversation.toString(), false);
        }

        static Watches ofCounts() {
            return new Watches(null, List.of(), null, true);
        }

        static Watches ofPromises() {
            return new Watches(null, List.of(), null, false, false, true, false);
        }

        static Watches ofOccasions() {
            return new Watches(null, List.of(), null, false, false, false, true);
        }

        Watches withBoard() {
            return new Watches(view, rows, thread, counts, true, promises, occasions);
        }

        private String request(@Nullable String cursor, long number) {
            Map<String, Object> watches = new HashMap<>(
                    Map.of("counts", counts, "board", board, "promises", promises, "occasions", occasions));
            if (view != null) {
                watches.put("view", Map.of("name", view, "rows", rows));
            }
            if (thread != null) {
                watches.put("thread", thread);
            }
            return JSON.writeValueAsString(cursor == null
                    ? Map.of("watches", watches, "number", number)
                    : Map.of("watches", watches, "number", number, "cursor", cursor));
        }
    }

    private final List<String> others = new CopyOnWriteArrayList<>();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile boolean reading = true;
    private long number;
    private @Nullable WebSocket socket;

    /// Opens the socket and subscribes.
    static Screen open(int port, Browser browser) {
        return open(port, browser, Map.of());
    }

    /// The same, with more headers of the subscription.
    static Screen open(int port, Browser browser, Map<String, String> headers) {
        Screen screen = connect(port, browser);
        StringBuilder more = new StringBuilder();
        headers.forEach((name, value) -> more.append(name).append(':').append(value).append('\n'));
        screen.send("SUBSCRIBE\nid:changes-1\ndestination:/user/queue/changes\n" + more + "\n");
        return screen;
    }

    /// Opens the socket only, as through a proxy that serves the public address.
    static Screen connect(int port, Browser browser) {
        Screen screen = new Screen();
        screen.socket = HTTP.newWebSocketBuilder().header("Origin", PushNode.ORIGIN).header("X-Forwarded-Host",
                "loper.test").header("X-Forwarded-Proto", "http").header("X-Forwarded-For", "198.18.0.1").header(
                        "Cookie", browser.sessionCookie()).buildAsync(
                                URI.create("ws://127.0.0.1:" + port + "/ws/agent"), screen).join();

        screen.send("CONNECT\naccept-version:1.2\nhost:loper.test\nheart-beat:0,0\n\n");
        Awaitility.await().until(() -> screen.others.stream().anyMatch(frame -> frame.startsWith("CONNECTED")));
        return screen;
    }

    /// Says what it shows now, and from where it knows it.
    void watch(Watches watches, @Nullable Cursor cursor) {
        watch(watches, cursor == null ? null : cursor.toString());
    }

    void watch(Watches watches, @Nullable String cursor) {
        watch(watches, cursor, ++number);
    }

    void watch(Watches watches, @Nullable String cursor, long request) {
        command("watch", watches.request(cursor, request));
    }

    void says(Object conversation, String state) {
        command("presence", JSON.writeValueAsString(Map.of("conversation", conversation.toString(), "state", state)));
    }

    void command(String name, String body) {
        send("SEND\ndestination:/app/" + name + "\ncontent-type:application/json\n\n" + body);
    }

    void send(String frame) {
        java.util.Objects.requireNonNull(socket).sendText(frame + "\0", true).join();
    }

    /// Every frame of changes so far.
    List<JsonNode> frames() {
        return frames;
    }

    /// Every change of a kind so far, in order.
    List<JsonNode> changes(String type) {
        List<JsonNode> found = new ArrayList<>();
        frames.forEach(frame -> frame.get("changes").forEach(change -> {
            if (change.get("type").asString().equals(type)) {
                found.add(change);
            }
        }));
        return found;
    }

    /// The texts of the entries it was told of, in order.
    List<String> texts() {
        return changes("entry").stream().map(change -> change.at("/entry/text").asString()).toList();
    }

    JsonNode frame(Predicate<JsonNode> frame) {
        Awaitility.await().until(() -> frames.stream().anyMatch(frame));
        return frames.stream().filter(frame).findFirst().orElseThrow();
    }

    /// Waits until a frame says that it has followed the feed up to here.
    void awaitCursor(Cursor upTo) {
        Awaitility.await().until(() -> reached(upTo));
    }

    boolean reached(Cursor upTo) {
        Cursor at = cursor();
        return at != null && at.epoch().equals(upTo.epoch()) && at.sequence() >= upTo.sequence();
    }

    /// The last cursor it heard.
    @Nullable
    Cursor cursor() {
        return frames.isEmpty() ? null : Cursor.parse(frames.getLast().get("cursor").asString()).orElseThrow();
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    /// STOMP frames that are no changes.
    List<String> others() {
        return others;
    }

    /// Takes nothing in any more, as a browser that hangs; the network's buffers fill.
    void hang() {
        reading = false;
    }

    /// The line is cut: no farewell.
    void cut() {
        java.util.Objects.requireNonNull(socket).abort();
    }

    @Override
    public void close() {
        cut();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            taken(partial.toString());
            partial.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    private void taken(String frame) {
        if (frame.startsWith("MESSAGE")) {
            String body = frame.substring(frame.indexOf("\n\n") + 2, frame.lastIndexOf('\0'));
            frames.add(JSON.readTree(body));
        } else {
            others.add(frame);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }
}
