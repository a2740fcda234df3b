package dev.loper.push;

import dev.loper.access.AccessEnded;
import dev.loper.access.PersonSeen;
import dev.loper.access.SocketGuard;
import dev.loper.access.SocketLeft;
import dev.loper.access.SocketHandshake;
import dev.loper.access.SocketRefused;
import dev.loper.access.Viewer;
import jakarta.websocket.Session;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;
import org.springframework.web.socket.messaging.SessionSubscribeEvent;
import org.springframework.web.socket.messaging.SessionUnsubscribeEvent;

/// The open sockets of agents on this node: each becomes a screen when it subscribes, and is closed when its person's
/// access ends. Whoever writes to one is bounded in time and in what waits; a socket that cannot keep up is closed.
@Component
class AgentSockets {

    /// Tells the screen to ask who it is now.
    static final CloseStatus ACCESS_ENDED = new CloseStatus(4401, "signed-out");
    static final int SEND_MS = 10_000;
    static final int BUFFER = 4 * 1024 * 1024;
    private static final Pattern IDLE = Pattern.compile("\\d{1,12}");
    private static final Logger log = LoggerFactory.getLogger(AgentSockets.class);

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();
    private final Watchers watchers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AgentSockets(Watchers watchers, Clock clock, ApplicationEventPublisher events) {
        this.watchers = watchers;
        this.clock = clock;
        this.events = events;
    }

    WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {

            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                if (session instanceof NativeWebSocketSession ours) {
                    Objects.requireNonNull(ours.getNativeSession(Session.class)).getUserProperties().put(
                            "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", (long) SEND_MS);
                }
                WebSocketSession bounded = new ConcurrentWebSocketSessionDecorator(session, SEND_MS, BUFFER);
                open.put(session.getId(), bounded);
                super.afterConnectionEstablished(bounded);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                open.remove(session.getId());
                super.afterConnectionClosed(session, status);
            }
        };
    }

    /// Whoever subscribes has a screen. A refused frame is told as well, but there is only one destination to hear.
    @EventListener
    void subscribed(SessionSubscribeEvent event) {
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.wrap(event.getMessage());
        String session = Objects.requireNonNull(headers.getSessionId());
        WebSocketSession socket = open.get(session);
        if (socket != null && SocketGuard.CHANGES.equals(headers.getDestination())) {
            Outbox outbox = new Outbox(new StompLine(socket, Objects.requireNonNull(headers.getSubscriptionId())),
                    BUFFER);
            Watcher screen = new Watcher(Viewer.of(Objects.requireNonNull(event.getUser())), lastInput(headers),
                    outbox);
            screen.hang("true".equals(headers.getFirstNativeHeader("wall")));
            watchers.add(session, screen);
            if (!screen.wall()) {
                events.publishEvent(new PersonSeen(screen.viewer().id(), screen.lastInput()));
            }
        }
    }

    /// A line that comes back says for how long nobody has touched its screen, in ms: coming back is no input. A screen that says
    /// nothing was opened just now.
    private Instant lastInput(SimpMessageHeaderAccessor headers) {
        String idle = headers.getFirstNativeHeader("idle");
        return clock.instant().minusMillis(idle != null && IDLE.matcher(idle).matches() ? Long.parseLong(idle) : 0);
    }

    @EventListener
    void unsubscribed(SessionUnsubscribeEvent event) {
        watchers.forget(
                Objects.requireNonNull(SimpMessageHeaderAccessor.getSessionId(event.getMessage().getHeaders())));
    }

    @EventListener
    void disconnected(SessionDisconnectEvent event) {
        watchers.forget(event.getSessionId());
    }

    @EventListener
    void ended(AccessEnded ended) {
        open.values().stream().filter(session -> concerns(session, ended)).forEach(
                session -> close(session, ACCESS_ENDED));
    }

    @EventListener
    void refused(SocketRefused refused) {
        close(refused.socket(), CloseStatus.POLICY_VIOLATION);
    }

    /// Whoever took leave hears nothing any more, whether or not they hang up.
    @EventListener
    void left(SocketLeft left) {
        watchers.forget(left.socket());
        close(left.socket(), CloseStatus.NORMAL);
    }

    private void close(String id, CloseStatus why) {
        WebSocketSession socket = open.get(id);
        if (socket != null) {
            close(socket, why);
        }
    }

    private static boolean concerns(WebSocketSession session, AccessEnded ended) {
        Principal principal = session.getPrincipal();
        if (principal == null || !Viewer.of(principal).id().equals(ended.person())) {
            return false;
        }
        String signedInBy = SocketHandshake.session(session.getAttributes());
        return ended.sessionId() == null || ended.sessionId().equals(signedInBy);
    }

    private static void close(WebSocketSession session, CloseStatus why) {
        try {
            session.close(why);
        } catch (IOException e) {
            log.debug("The socket {} was closed already.", session.getId(), e);
        }
    }
}
