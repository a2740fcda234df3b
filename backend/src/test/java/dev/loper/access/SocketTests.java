package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/// The agents' socket with a broker behind it, over the wire.
@Import({SocketTests.Broker.class, SocketTests.Refused.class, AdministrationTests.Ended.class})
class SocketTests extends AccessTest {

    /// The smallest push module there can be.
    @EnableScheduling
    @EnableWebSocketMessageBroker
    static class Broker implements WebSocketMessageBrokerConfigurer {

        private final SocketGuard guard;
        private final SocketHandshake handshake;

        Broker(SocketGuard guard, SocketHandshake handshake) {
            this.guard = guard;
            this.handshake = handshake;
        }

        @Override
        public void registerStompEndpoints(StompEndpointRegistry registry) {
            registry.addEndpoint("/ws/agent").setAllowedOrigins("http://loper.test").addInterceptors(handshake);
        }

        @Override
        public void configureMessageBroker(MessageBrokerRegistry registry) {
            registry.enableSimpleBroker("/queue");
            registry.setApplicationDestinationPrefixes("/app");
        }

        @Override
        public void configureClientInboundChannel(ChannelRegistration registration) {
            registration.interceptors(guard);
        }
    }

    /// What a push module would close.
    static class Refused {

        final List<String> sockets = new CopyOnWriteArrayList<>();

        @EventListener
        void refused(SocketRefused event) {
            sockets.add(event.socket());
        }
    }

    @Autowired
    Refused refused;

    @Autowired
    AdministrationTests.Ended ended;

    @Autowired
    RedisSessionRepository sessions;

    @Test
    void aPersonsPageOpensASocket() {
        Line line = connected(signedIn("lotte"));

        line.send("SUBSCRIBE\nid:1\ndestination:/user/queue/changes\nreceipt:r1\n\n");
        line.send("SEND\ndestination:/app/watch\n\n{}");
        line.send("SEND\ndestination:/app/presence\n\n{}");
        line.send("UNSUBSCRIBE\nid:1\n\n");
        line.send("DISCONNECT\nreceipt:bye\n\n");

        await().until(() -> line.frames.stream().anyMatch(frame -> frame.startsWith("RECEIPT") && frame.contains(
                "bye")));
        assertThat(line.frames).noneMatch(frame -> frame.startsWith("ERROR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBSCRIBE\nid:1\ndestination:/queue/changes-user1\n\n",
            "SUBSCRIBE\nid:1\ndestination:/queue/*\n\n", "SUBSCRIBE\nid:1\ndestination:/user/queue/*\n\n",
            "SUBSCRIBE\nid:1\ndestination:/user/queue/changes/\n\n", "SUBSCRIBE\nid:1\ndestination:/**\n\n",
            "SUBSCRIBE\nid:1\ndestination:/user/lotte/queue/changes\n\n",
            "SUBSCRIBE\nid:1\ndestination:/app/watch\n\n", "SEND\ndestination:/queue/changes\n\nforged",
            "SEND\ndestination:/user/lotte/queue/changes\n\nforged", "SEND\ndestination:/app/other\n\n{}",
            "SEND\ndestination:/app/watch/../other\n\n{}", "SEND\ndestination:/topic/all\n\nforged",
            "BEGIN\ntransaction:1\n\n"})
    void aFrameThatIsNotOneOfTheFourIsRefusedAndTold(String frame) {
        Line line = connected(signedIn("bram"));
        refused.sockets.clear();

        line.send(frame);

        await().until(() -> refused.sockets.size() == 1);
        assertThat(line.frames).noneMatch(received -> received.startsWith("MESSAGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.test", "https://loper.test", "http://loper.test.evil.test",
            "http://loper.test:81", "null", "http://localhost"})
    void anotherSitesPageOpensNoSocketWithAPersonsCookie(String origin) {
        assertThat(refusal(signedIn("lotte"), origin)).isEqualTo(403);
    }

    @Test
    void aRequestThatHidesItsOriginOpensNoSocket() {
        assertThat(refusal(signedIn("lotte"), null)).isEqualTo(403);
    }

    @Test
    void withoutASessionThereIsNoSocketNotEvenWithAToken() {
        assertThat(refusal(browser(), "http://loper.test")).isEqualTo(401);
        assertThat(refusal(browser().with("Authorization", "Bearer loper_demo"), "http://loper.test")).isEqualTo(401);
    }

    @Test
    void aSessionThatEndsElsewhereIsToldWithinFiveSeconds() {
        Person somebody = somebody(Role.AGENT);
        Browser browser = browser();
        browser.signIn(somebody.email(), PASSWORD);
        connected(browser);
        String session = new String(java.util.Base64.getDecoder().decode(browser.cookies.get("LOPER_SESSION")),
                java.nio.charset.StandardCharsets.UTF_8);

        sessions.deleteById(session);

        await().atMost(Duration.ofSeconds(5)).until(() -> ended.events.contains(new AccessEnded(somebody.id(),
                session, AccessEnded.Reason.EXPIRED)));
    }

    @Test
    void aRoleChangedElsewhereIsToldWithinFiveSeconds() {
        Person somebody = somebody(Role.SUPERVISOR);
        Browser browser = browser();
        browser.signIn(somebody.email(), PASSWORD);
        connected(browser);

        people.change(somebody.id(), person -> person.withRoles(Set.of(Role.AGENT)));

        await().atMost(Duration.ofSeconds(5)).until(() -> ended.events.stream().anyMatch(event -> event.person().equals(
                somebody.id()) && event.reason() == AccessEnded.Reason.ROLES_CHANGED));
    }

    @Test
    void aChangedPasswordEndsEverySocketAndTheSessionThatGoesOnOpensOne() {
        Person somebody = somebody(Role.AGENT);
        Browser here = browser();
        Browser elsewhere = browser();
        here.signIn(somebody.email(), PASSWORD);
        elsewhere.signIn(somebody.email(), PASSWORD);
        connected(here);
        connected(elsewhere);

        here.send("PUT", "/api/v1/session/password", Map.of("current", PASSWORD, "next", "vier groene giraffen"));

        await().atMost(Duration.ofSeconds(5)).until(() -> ended.events.stream().filter(event -> event.person().equals(
                somebody.id())).count() == 2);
        connected(here);
        assertThat(refusal(elsewhere, "http://loper.test")).isEqualTo(401);
    }

    @Test
    void signingOutIsTold() {
        Person somebody = somebody(Role.AGENT);
        Browser browser = browser();
        browser.signIn(somebody.email(), PASSWORD);
        connected(browser);

        browser.delete("/api/v1/session");

        assertThat(ended.events).anyMatch(event -> event.person().equals(somebody.id())
                && event.reason() == AccessEnded.Reason.SIGNED_OUT && event.sessionId() != null);
    }

    private Line connected(Browser browser) {
        Line line = new Line();
        line.socket = open(browser, "http://loper.test", line).join();
        line.send("CONNECT\naccept-version:1.2\nhost:loper.test\n\n");
        await().until(() -> !line.frames.isEmpty());
        assertThat(line.frames.getFirst()).startsWith("CONNECTED");
        return line;
    }

    private int refusal(Browser browser, @Nullable String origin) {
        CompletableFuture<WebSocket> attempt = open(browser, origin, new Line());
        assertThatThrownBy(attempt::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(
                WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) attempt.exceptionNow()).getResponse().statusCode();
    }

    private CompletableFuture<WebSocket> open(Browser browser, @Nullable String origin, Line line) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        browser.headers.forEach(builder::header);
        builder.header("Cookie", browser.sessionCookie());
        return builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/agent"), line);
    }

    /// One socket's frames.
    private static final class Line implements WebSocket.Listener {

        final List<String> frames = new CopyOnWriteArrayList<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        @Nullable
        WebSocket socket;

        void send(String frame) {
            java.util.Objects.requireNonNull(socket).sendText(frame + "\0", true).join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            frames.add(text.toString());
            from.request(1);
            return null;
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
}
