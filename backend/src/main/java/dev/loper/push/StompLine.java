package dev.loper.push;

import dev.loper.access.SocketGuard;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// The line to one screen: STOMP's MESSAGE to the one subscription of an agent's socket.
///
/// Written straight to the socket: the way through the broker costs more than all the rest of a frame.
///
/// @see <a href="https://stomp.github.io/stomp-specification-1.2.html#MESSAGE">STOMP 1.2, MESSAGE</a>
final class StompLine implements Outbox.Line {

    private static final Logger log = LoggerFactory.getLogger(StompLine.class);
    private static final Map<Character, String> ESCAPED = Map.of('\\', "\\\\", '\n', "\\n", '\r', "\\r", ':', "\\c");

    private final WebSocketSession socket;
    private final String head;
    private long sent;

    /// @param socket       takes one message at a time from anybody
    /// @param subscription the id the screen gave it
    StompLine(WebSocketSession socket, String subscription) {
        this.socket = socket;
        this.head = "MESSAGE\ndestination:" + SocketGuard.CHANGES + "\ncontent-type:application/json\nsubscription:"
                + escaped(subscription) + "\nmessage-id:";
    }

    /// To be called by one thread at a time.
    @Override
    public void send(String frame) throws IOException {
        socket.sendMessage(new TextMessage(head + ++sent + "\n\n" + frame + "\0"));
    }

    @Override
    public void close() {
        try {
            socket.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException e) {
            log.debug("The socket {} was closed already.", socket.getId(), e);
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(ESCAPED.getOrDefault((char) c, String.valueOf((char) c))));
        return escaped.toString();
    }
}
