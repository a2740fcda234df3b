package dev.loper.channel.webchat;

import org.springframework.web.socket.TextMessage;

/// Puts the pieces of a frame together, up to the largest frame allowed.
final class FramePieces {

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    Result add(TextMessage piece) {
        bytes += piece.getPayloadLength();
        if (bytes > ChatLimits.FRAME) {
            reset();
            return new TooLarge();
        }
        text.append(piece.getPayload());
        return piece.isLast() ? new Whole(reset()) : new Unfinished();
    }

    private String reset() {
        String whole = text.toString();
        text.setLength(0);
        bytes = 0;
        return whole;
    }

    /// What a piece made of it.
    sealed interface Result {}

    record Whole(String frame) implements Result {}

    record Unfinished() implements Result {}

    record TooLarge() implements Result {}
}
