package dev.loper.access;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Notes on an agent's socket which session opened it, so that the one ends with the other.
///
/// It belongs on the handshake of `/ws/agent`; whether the person and the page may open it has been checked before.
@Component
public class SocketHandshake implements HandshakeInterceptor {

    private static final String SESSION = "loper.session";

    @Override
    public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpSession session = request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getSession(false)
                : null;
        if (session == null) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        attributes.put(SESSION, session.getId());
        return true;
    }

    @Override
    public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            @Nullable Exception cause) {}

    /// The session that opened a socket; null if the handshake was not ours.
    public static @Nullable String session(@Nullable Map<String, Object> attributes) {
        return attributes != null && attributes.get(SESSION) instanceof String session ? session : null;
    }
}
