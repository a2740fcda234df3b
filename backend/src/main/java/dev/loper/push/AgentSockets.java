package dev.loper.push;

import dev.loper.access.AccessEnded;
import dev.loper.access.SocketHandshake;
import dev.loper.access.Viewer;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;

/// The open sockets of agents on this node, so that they can be closed when a person's access ends.
@Component
class AgentSockets {

    /// Tells the screen to ask who it is now.
    static final CloseStatus ACCESS_ENDED = new CloseStatus(4401, "signed-out");
    private static final Logger log = LoggerFactory.getLogger(AgentSockets.class);

    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();
    private final org.springframework.beans.factory.ObjectProvider<Watchers> watchers;

    AgentSockets(org.springframework.beans.factory.ObjectProvider<Watchers> watchers) {
        this.watchers = watchers;
    }

    WebSocketHandler decorate(WebSocketHandler handler) {
        return new WebSocketHandlerDecorator(handler) {

            @Override
            public void afterConnectionEstablished(WebSocketSession session) throws Exception {
                open.put(session.getId(), session);
                super.afterConnectionEstablished(session);
            }

            @Override
            public void afterConnectionClosed(WebSocketSession session, CloseStatus status) throws Exception {
                open.remove(session.getId());
                super.afterConnectionClosed(session, status);
            }
        };
    }

    @EventListener
    void disconnected(SessionDisconnectEvent event) {
        watchers.getObject().forget(event.getSessionId());
    }

    @EventListener
    void ended(AccessEnded ended) {
        open.values().stream().filter(session -> concerns(session, ended)).forEach(AgentSockets::close);
    }

    private static boolean concerns(WebSocketSession session, AccessEnded ended) {
        Principal principal = session.getPrincipal();
        if (principal == null || !Viewer.of(principal).id().equals(ended.person())) {
            return false;
        }
        String signedInBy = SocketHandshake.session(session.getAttributes());
        return ended.sessionId() == null || ended.sessionId().equals(signedInBy);
    }

    private static void close(WebSocketSession session) {
        try {
            session.close(ACCESS_ENDED);
        } catch (IOException e) {
            log.debug("The socket {} was closed already.", session.getId(), e);
        }
    }
}
