package dev.loper.promise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a promise stands.
public enum PromiseState {

    /// Its moment is ahead.
    OPEN,
    /// Its moment is near.
    DUE_SOON,
    /// Its moment has passed.
    LATE,
    /// Its owner said that it is kept, in time.
    KEPT,
    /// Its owner said that it is kept, after its moment.
    KEPT_LATE,
    /// It need not be kept any more: the customer said so, or the owner and why.
    RELEASED,
    /// Its sentence was taken back before it was sent; it was never made.
    WITHDRAWN;

    /// Whether it is still to be kept.
    public boolean active() {
        return this == OPEN || this == DUE_SOON || this == LATE;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PromiseState> of(String wire) {
        return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
    }
}
