package dev.loper.routing;

import dev.loper.access.Presence;
import dev.loper.access.Presence.Reason;
import dev.loper.access.Presence.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody, or Loper, last said of how they stand, as it lies in the store; times in ms. The scripts read it.
///
/// @param absent since when they are not here, whatever that was called meanwhile; none while they are
record Said(State state, @Nullable Reason reason, @Nullable String note, @Nullable Long until, long since,
        @Nullable Long absent) {

    Said(State state, @Nullable Reason reason, @Nullable String note, @Nullable Long until, long since) {
        this(state, reason, note, until, since, null);
    }

    /// How they stand: what was said counts while a screen is open; that they are away counts without one too.
    ///
    /// @param connected whether a screen of theirs is open on any node
    Presence presence(boolean connected, Instant now) {
        if (state == State.OFFLINE || !connected && !isAway(now)) {
            return Presence.OFFLINE;
        }
        return new Presence(state, reason, note, until == null ? null : Instant.ofEpochMilli(until),
                Instant.ofEpochMilli(since));
    }

    /// Whether somebody, and not Loper, said that they are away, and it is not over.
    private boolean isAway(Instant now) {
        return state == State.AWAY && reason != Reason.IDLE && (until == null || until > now.toEpochMilli());
    }

    /// Since when they are not here, if they are not.
    Optional<Absence> absence(Instant now) {
        return switch (state) {
            case ONLINE, BUSY -> Optional.empty();
            case AWAY, OFFLINE -> Optional.of(new Absence(Instant.ofEpochMilli(absent == null ? since : absent),
                    until == null || until <= now.toEpochMilli() ? null : Instant.ofEpochMilli(until), isAway(now)));
        };
    }

    /// Somebody is not here.
    ///
    /// @param until when they said they would be back, if that is still to come
    /// @param said  whether they, or a supervisor, said so; else they did nothing for a while, or are gone
    record Absence(Instant since, @Nullable Instant until, boolean said) {}
}
