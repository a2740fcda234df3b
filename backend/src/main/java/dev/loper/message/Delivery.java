package dev.loper.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far an answer of ours got.
public enum Delivery {

    /// Stored, waiting for its turn; can be undone.
    QUEUED,
    /// An attempt has begun; its outcome is not known yet.
    SENDING,
    /// The provider took it.
    SENT,
    /// It is on the customer's device.
    DELIVERED,
    /// The customer opened it.
    READ,
    /// It will not arrive; a person must choose another way.
    FAILED,
    /// An attempt was made and nobody can say whether it arrived. Never repeated by itself.
    UNCONFIRMED,
    /// Taken back before it was sent.
    WITHDRAWN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Delivery of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
