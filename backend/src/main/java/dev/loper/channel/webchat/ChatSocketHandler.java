package dev.loper.channel.webchat;

import dev.loper.channel.webchat.ChatFrames.FromVisitor;
import dev.loper.channel.webchat.ChatFrames.Reason;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/// The sockets of `/ws/chat`: their life, their bounds, and whole frames out of the pieces that come.
@Component
class ChatSocketHandler extends AbstractWebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSocketHandler.class);
    private static final int SEND_MILLIS = 10_000;
    private static final int SEND_BYTES = 512 * 1024;
    private static final String SESSION = "loper.chat.session";
    private static final String PIECES = "loper.chat.pieces";

    private final ChatSessions sessions;
    private final ChatDialogue dialogue;
    private final ChatBuckets buckets;
    private final ChatJson json;
    private final Executor executor;
    private final Clock clock;

    ChatSocketHandler(ChatSessions sessions, ChatDialogue dialogue, ChatBuckets buckets, ChatJson json,
            @Qualifier("chatExecutor") Executor executor, Clock clock) {
        this.sessions = sessions;
        this.dialogue = dialogue;
        this.buckets = buckets;
        this.json = json;
        this.executor = executor;
        this.clock = clock;
    }

    /// Pieces are put together here, so that the bound of a frame is ours and not the container's.
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        boundSends(socket);
        ChatSession session = new ChatSession(
                new ConcurrentWebSocketSessionDecorator(socket, SEND_MILLIS, SEND_BYTES), json,
                attribute(socket, ChatHandshake.SITE, ChatSite.class),
                attribute(socket, ChatHandshake.ADDRESS, String.class), executor, clock.instant());
        socket.getAttributes().put(SESSION, session);
        socket.getAttributes().put(PIECES, new FramePieces());
        if (!sessions.enter(session)) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("Too many windows are open from this address."));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage piece) {
        ChatSession session = session(socket);
        FramePieces pieces = attribute(socket, PIECES, FramePieces.class);
        switch (pieces.add(piece)) {
            case FramePieces.TooLarge ignored ->
                session.close(CloseStatus.TOO_BIG_TO_PROCESS.withReason("A frame has at most 64 KiB."));
            case FramePieces.Unfinished ignored -> session.heard(clock.instant());
            case FramePieces.Whole whole -> take(session, whole.frame());
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
        session(socket).close(CloseStatus.NOT_ACCEPTABLE.withReason("Frames are JSON text."));
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
        session(socket).heard(clock.instant());
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable exception) {
        LOG.debug("A chat window's line broke.", exception);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        sessions.leave(session(socket));
    }

    private void take(ChatSession session, String text) {
        session.heard(clock.instant());
        if (!session.isOpen()) {
            return;
        }
        Duration wait = buckets.take("frame:" + session.id(), session.site().limits().framesPerMinute());
        if (wait.isPositive()) {
            session.refuse(null, Reason.TOO_FAST, wait);
            session.strike();
            return;
        }
        read(session, text).ifPresent(frame -> dialogue.take(session, frame));
    }

    private Optional<FromVisitor> read(ChatSession session, String text) {
        try {
            return Optional.of(json.read(text));
        } catch (BadFrameException e) {
            session.refuse(null, Reason.BAD_FRAME, null);
            session.strike();
            return Optional.empty();
        }
    }

    /// A write that a browser does not take ends after this time, so that no thread of ours waits longer.
    private static void boundSends(WebSocketSession socket) {
        if (socket instanceof NativeWebSocketSession wrapper) {
            @Nullable
            Session tomcat = wrapper.getNativeSession(Session.class);
            if (tomcat != null) {
                tomcat.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, (long) SEND_MILLIS);
            }
        }
    }

    private static ChatSession session(WebSocketSession socket) {
        return attribute(socket, SESSION, ChatSession.class);
    }

    private static <T> T attribute(WebSocketSession socket, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(socket.getAttributes().get(name)));
    }
}
