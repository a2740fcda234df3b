package dev.loper.push;

import dev.loper.feed.Cursor;

/// How the store stands, as Redis itself was asked just now: what a screen may believe of itself hangs on it.
sealed interface Pulse {

    /// It answers.
    ///
    /// @param feed where the feed stands: a screen that stays behind it has lost a tail
    record Here(Cursor feed) implements Pulse {}

    /// It does not: what a screen shows may be out of date, and nothing can be stored.
    record Away() implements Pulse {}

    /// Its fields in a frame.
    default String json() {
        return switch (this) {
            case Here here -> "\"head\":\"" + here.feed() + "\"";
            case Away away -> "\"store\":\"away\"";
        };
    }
}
