package dev.loper.handover;

import dev.loper.message.ChannelKind;
import java.util.Locale;

/// How a customer comes to the other channel, and what proves there that it is them.
enum How {

    /// We write to their address there; an answer from that very address proves it.
    WRITE,
    /// They send a text there that carries a code.
    TEXT,
    /// They open a link and press a button.
    PAGE,
    /// They call and key in six digits.
    CODE;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static How of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /// The way to a channel, for whom we know no address there.
    static How to(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> WRITE;
            case CHAT -> PAGE;
            case VOICE -> CODE;
            case SMS, WHATSAPP, MESSENGER, INSTAGRAM, TELEGRAM, CUSTOM -> TEXT;
        };
    }
}
