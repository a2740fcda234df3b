package dev.loper.conversation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Until when an answer to the customer is due, and how that stands.
public record Target(Kind kind, Instant due, State state) {

    /// Which answer.
    public enum Kind {
        FIRST,
        NEXT;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How much time is left.
    public enum State {
        RUNNING,
        SOON,
        LATE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A target as it lies in a topic; `targets.lua` writes it.
    ///
    /// @param since since when the customer waits, by the clock that targets are computed with
    record Stored(String kind, long since, String state, @Nullable Long due) {

        /// @return empty while there is none, or its moments are still to be computed
        Optional<Target> target() {
            return Optional.ofNullable(due).map(at -> new Target(Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    Instant.ofEpochMilli(at), State.valueOf(state.toUpperCase(Locale.ROOT))));
        }
    }
}
