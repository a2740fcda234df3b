package dev.loper.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether somebody is there to take work, as their colleagues see it.
///
/// @param reason why they are away
/// @param note   what else they said about it
/// @param until  when they expect to be back
/// @param since  when it began; none while they are offline
public record Presence(State state, @Nullable Reason reason, @Nullable String note, @Nullable Instant until,
        @Nullable Instant since) {

    /// Nobody has seen them.
    public static final Presence OFFLINE = new Presence(State.OFFLINE, null, null, null, null);

    /// Where they are.
    public enum State {
        /// At work, and free to be given more.
        ONLINE,
        /// At work, and to be given nothing more.
        BUSY,
        /// Not at work for a while, with or without a screen.
        AWAY,
        /// No screen of theirs is open.
        OFFLINE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static State of(String word) {
            return State.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// Why somebody is away.
    public enum Reason {
        BREAK,
        LUNCH,
        MEETING,
        TRAINING,
        ILL,
        HOLIDAY,
        OTHER,
        /// Nothing was typed or clicked for a while: Loper said so, and takes it back by itself.
        IDLE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Reason of(String word) {
            return Reason.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether they sit at their work, free or not.
    public boolean atWork() {
        return state == State.ONLINE || state == State.BUSY;
    }
}
