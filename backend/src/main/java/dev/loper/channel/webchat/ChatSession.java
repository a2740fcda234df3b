package dev.loper.channel.webchat;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatFrames.Refused;
import dev.loper.channel.webchat.ChatFrames.ToVisitor;
import dev.loper.message.ChannelAddress.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.SessionLimitExceededException;

/// One open chat window: its socket, who is behind it, and how far we got with it.
///
/// Frames of one window come one after the other; pushes may come at any time.
final class ChatSession {

    /// Bad frames and frames that came too fast, together, before the socket is closed.
    static final int STRIKES = 20;
    private static final Logger LOG = LoggerFactory.getLogger(ChatSession.class);

    private final WebSocketSession socket;
    private final ChatJson json;
    private final ChatSite site;
    private final String address;
    private final ChatPushes pushes;
    private final Instant openedAt;
    private volatile Instant heardAt;
    private volatile @Nullable Guest guest;
    private volatile String name = "";
    private volatile Instant pingedAt;
    private boolean introduced;
    private ChatFrames.@Nullable Standing standing;
    private int strikes;

    /// @param socket bounded in buffer and time
    ChatSession(WebSocketSession socket, ChatJson json, ChatSite site, String address, Executor executor, Instant now) {
        this.socket = socket;
        this.json = json;
        this.site = site;
        this.address = address;
        this.pushes = new ChatPushes(executor,
                () -> close(CloseStatus.SERVICE_OVERLOAD.withReason("This window is too far behind.")));
        this.openedAt = now;
        this.heardAt = now;
        this.pingedAt = now;
    }

    /// Who said hello.
    ///
    /// @param page the address of the page the window is on
    record Guest(Visitor visitor, Language language, @Nullable String page) {}

    String id() {
        return socket.getId();
    }

    ChatSite site() {
        return site;
    }

    String address() {
        return address;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant heardAt() {
        return heardAt;
    }

    void heard(Instant at) {
        heardAt = at;
    }

    /// None before the hello.
    @Nullable
    Guest guest() {
        return guest;
    }

    void greet(Guest newGuest) {
        guest = newGuest;
    }

    /// The name the visitor gave, empty if none.
    String name() {
        return name;
    }

    void name(String newName) {
        name = newName;
    }

    /// Whether the visitor's language and page are told.
    boolean introduced() {
        return introduced;
    }

    void introduce() {
        introduced = true;
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    void send(ToVisitor frame) {
        transmit(new TextMessage(json.write(frame)));
    }

    void refuse(@Nullable String id, Reason reason, @Nullable Duration after) {
        send(new Refused(id, reason, after == null ? null : after.toMillis()));
    }

    /// Counts a frame that should not have come. So many close the socket.
    void strike() {
        if (++strikes >= STRIKES) {
            close(CloseStatus.POLICY_VIOLATION.withReason("Too many frames that could not be taken."));
        }
    }

    /// Tells something of the given key after what is already waiting; see [ChatPushes].
    void push(String key, Runnable push) {
        pushes.offer(key, () -> guarded(push));
    }

    /// Tells how it stands with the queue, unless the window knows.
    synchronized void stands(ChatFrames.Standing now) {
        if (!now.equals(standing)) {
            standing = now;
            push("standing", () -> send(now));
        }
    }

    /// Begins to let pushes through: the welcome is on its way.
    void welcomed() {
        pushes.release();
    }

    /// Pings a line that was silent for a while, so that proxies keep it and the browser's answer proves it.
    void pingIfDue(Instant now) {
        Instant last = heardAt.isAfter(pingedAt) ? heardAt : pingedAt;
        if (guest != null && !now.isBefore(last.plus(ChatSweep.PING_AFTER))) {
            pingedAt = now;
            push("ping", () -> transmit(new PingMessage()));
        }
    }

    void close(CloseStatus status) {
        try {
            socket.close(status);
        } catch (IOException e) {
            LOG.debug("A chat window was gone before it was closed.", e);
        }
    }

    /// A push that cannot be made closes the window: its next welcome tells everything.
    private void guarded(Runnable push) {
        try {
            push.run();
        } catch (IntakeUnavailableException e) {
            close(CloseStatus.SERVICE_OVERLOAD.withReason("The store does not answer."));
        } catch (RuntimeException e) {
            LOG.error("A push to a chat window failed; the window is closed and comes back.", e);
            close(CloseStatus.SERVER_ERROR);
        }
    }

    private void transmit(WebSocketMessage<?> message) {
        try {
            if (socket.isOpen()) {
                socket.sendMessage(message);
            }
        } catch (SessionLimitExceededException e) {
            close(e.getStatus() == null ? CloseStatus.SESSION_NOT_RELIABLE : e.getStatus());
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A chat window is gone.", e);
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }
}
