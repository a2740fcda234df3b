package dev.loper.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a handover stands. Only an offered one can become anything else.
enum HandoverState {

    OFFERED,
    /// The customer is there.
    ARRIVED,
    /// The customer does not want it.
    DECLINED,
    /// Its time has passed.
    EXPIRED,
    /// Somebody of ours took it back.
    REVOKED;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HandoverState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
