package dev.loper.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Lets an agent's socket do these things and no others: connect, hear its own changes, watch, and say what its person
/// does.
///
/// It belongs on the inbound channel of `/ws/agent`. A frame it refuses is never delivered, and the socket is closed.
@Component
public class SocketGuard implements ChannelInterceptor {

    private static final String CHANGES = "/user/queue/changes";
    private static final Set<String> COMMANDS = Set.of("/app/watch", "/app/presence", "/app/input");

    private final OpenSockets sockets;

    SocketGuard(OpenSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.wrap(message);
        SimpMessageType type = headers.getMessageType();
        String socket = headers.getSessionId();
        if (type == SimpMessageType.DISCONNECT && socket != null) {
            sockets.closed(socket);
            return message;
        }
        if (!(headers.getUser() instanceof PersonAuthentication person) || socket == null
                || !allowed(type, headers.getDestination())) {
            throw new AccessDeniedException("This socket may not do that.");
        }
        if (type == SimpMessageType.CONNECT && !sockets.opened(socket, person.getPrincipal(), SocketHandshake.session(
                headers.getSessionAttributes()))) {
            throw new AccessDeniedException("The session of this socket is over.");
        }
        return message;
    }

    /// Exact destinations only: a pattern would be a way to hear what others hear.
    private static boolean allowed(@Nullable SimpMessageType type, @Nullable String destination) {
        return switch (type) {
            case CONNECT, HEARTBEAT, UNSUBSCRIBE -> true;
            case SUBSCRIBE -> CHANGES.equals(destination);
            case MESSAGE -> destination != null && COMMANDS.contains(destination);
            case CONNECT_ACK, DISCONNECT, DISCONNECT_ACK, OTHER -> false;
            case null -> false;
        };
    }
}
