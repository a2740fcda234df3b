package dev.loper.routing;

import dev.loper.access.Presence;
import dev.loper.access.Presence.Reason;
import dev.loper.access.Presence.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody, or Loper, last said of how they stand, as it lies in the store; times in ms. The scripts read it.
record Said(State state, @Nullable Reason reason, @Nullable String note, @Nullable Long until, long since) {

    /// How they stand: what was said counts while a screen is open; an absence with an end counts without one too.
    ///
    /// @param connected whether a screen of theirs is open on any node
    Presence presence(boolean connected, Instant now) {
        boolean absent = state == State.AWAY && until != null && until > now.toEpochMilli();
        if (!connected && !absent) {
            return Presence.OFFLINE;
        }
        return new Presence(state, reason, note, until == null ? null : Instant.ofEpochMilli(until),
                Instant.ofEpochMilli(since));
    }
}
