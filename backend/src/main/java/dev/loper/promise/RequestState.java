package dev.loper.promise;

import java.util.Locale;

/// Where a colleague request stands.
enum RequestState {

    /// Its answer is awaited.
    ASKED,
    /// Its answer is awaited, and its moment has passed.
    OVERDUE,
    /// Its answer is in the thread.
    ANSWERED,
    /// Whoever asked needs no answer any more.
    WITHDRAWN;

    /// Whether an answer is awaited.
    boolean open() {
        return this == ASKED || this == OVERDUE;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
