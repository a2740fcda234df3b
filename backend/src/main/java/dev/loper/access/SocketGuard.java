package dev.loper.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.stereotype.Component;

/// Lets an agent's socket do these things and no others: connect, hear its own changes, watch, and say what its person
/// does.
///
/// It belongs on the inbound channel of `/ws/agent`. A frame it refuses is never delivered, and is told as
/// [SocketRefused]; an exception would only be logged where frames are received in order.
@Component
public class SocketGuard implements ChannelInterceptor {

    /// The one destination to hear.
    public static final String CHANGES = "/user/queue/changes";

    private static final Set<String> COMMANDS = Set.of("/app/watch", "/app/presence", "/app/input");

    private final OpenSockets sockets;
    private final ApplicationEventPublisher events;

    SocketGuard(OpenSockets sockets, ApplicationEventPublisher events) {
        this.sockets = sockets;
        this.events = events;
    }

    /// @return null for what is refused
    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.wrap(message);
        SimpMessageType type = headers.getMessageType();
        String socket = headers.getSessionId();
        if (type == SimpMessageType.DISCONNECT && socket != null) {
            sockets.closed(socket);
            events.publishEvent(new SocketLeft(socket));
            return message;
        }
        if (allowed(type, headers.getDestination()) && known(headers, socket)) {
            return message;
        }
        if (socket != null) {
            events.publishEvent(new SocketRefused(socket));
        }
        return null;
    }

    private boolean known(SimpMessageHeaderAccessor headers, @Nullable String socket) {
        if (!(headers.getUser() instanceof PersonAuthentication person) || socket == null) {
            return false;
        }
        return headers.getMessageType() == SimpMessageType.CONNECT
                ? sockets.opened(socket, person.getPrincipal(), SocketHandshake.session(headers.getSessionAttributes()))
                : sockets.isOpen(socket);
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
