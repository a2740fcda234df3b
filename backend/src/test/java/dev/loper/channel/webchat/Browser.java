package dev.loper.channel.webchat;

import dev.loper.message.ChannelAddress.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor's browser as the server sees it: a real WebSocket.
final class Browser implements WebSocket.Listener, AutoCloseable {

    static final String SHOP = "https://shop.example";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final LinkedBlockingQueue<String> pings = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private volatile boolean reading = true;
    private String token = "";

    static Browser open(int port) {
        return open(port, "chat-web", SHOP);
    }

    static Browser open(int port, String account, @Nullable String origin) {
        Browser browser = new Browser();
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        browser.socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/ws/chat?account=" + account),
                browser).join();
        return browser;
    }

    /// The status with which a handshake is refused.
    static int refusal(int port, String account, @Nullable String origin) {
        try {
            open(port, account, origin).close();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /// Opens a window and says hello as a new visitor.
    static Browser greeted(int port) {
        Browser browser = open(port);
        browser.hello();
        return browser;
    }

    JsonNode hello() {
        return hello(null);
    }

    JsonNode hello(@Nullable String visitor) {
        send(visitor == null
                ? "{\"type\":\"hello\",\"language\":\"en\"}"
                : "{\"type\":\"hello\",\"language\":\"en\",\"visitor\":\"" + visitor + "\"}");
        JsonNode welcome = next("welcome");
        token = welcome.get("visitor").asString();
        return welcome;
    }

    private WebSocket line() {
        return Objects.requireNonNull(socket);
    }

    String token() {
        return token;
    }

    /// The visitor's id, as it stands in the token.
    Visitor visitor() {
        return new Visitor(token.substring(0, 22));
    }

    String say(String text) {
        String id = UUID.randomUUID().toString();
        say(id, text);
        return id;
    }

    void say(String id, String text) {
        send(JSON.writeValueAsString(JSON.createObjectNode().put("type", "message").put("id", id).put("text", text)));
    }

    void send(String frame) {
        line().sendText(frame, true).join();
    }

    void sendBinary(byte[] bytes) {
        line().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void sendPiece(String piece, boolean last) {
        line().sendText(piece, last).join();
    }

    /// The next frame of a type; others before it are passed over.
    JsonNode next(String... types) {
        for (JsonNode frame = poll(); frame != null; frame = poll()) {
            if (List.of(types).contains(frame.get("type").asString())) {
                return frame;
            }
        }
        throw new AssertionError("No frame " + List.of(types) + " came.");
    }

    private @Nullable JsonNode poll() {
        try {
            return frames.poll(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What came and was not asked for.
    List<String> all() {
        return frames.stream().map(JsonNode::toString).toList();
    }

    /// From now on takes nothing off the line.
    void stopReading() {
        reading = false;
    }

    private void request(WebSocket from) {
        if (reading) {
            from.request(1);
        }
    }

    /// Whether a frame of this type came and was not asked for yet.
    boolean hears(String type) {
        return frames.stream().anyMatch(frame -> frame.get("type").asString().equals(type));
    }

    /// The code the server closed with.
    int closeCode() {
        return closed.orTimeout(5, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    int pings() {
        return pings.size();
    }

    /// Sends unless the line is closed already.
    void trySend(String frame) {
        line().sendText(frame, true).exceptionally(gone -> line()).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        request(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.add("ping");
        request(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        line().abort();
    }
}
