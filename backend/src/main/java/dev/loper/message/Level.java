package dev.loper.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How well an identity is proven; each level includes the ones before it.
public enum Level {

    /// Somebody typed it.
    CLAIMED,
    /// The network vouches for it.
    OBSERVED,
    /// Its owner proved it: a one-time code, a handover token, a signed sign-in of the site.
    VERIFIED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Level of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
