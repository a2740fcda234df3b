package dev.loper.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of words for a moment.
public sealed interface Moment {

    /// It is in open time and still to come.
    ///
    /// @param from the earliest moment that is meant, not before now: for “tomorrow morning” when we open tomorrow
    /// @param at   the latest: for “tomorrow morning” noon, or when we close before it. What is done by then is in time.
    ///             Equal to `from` for an exact moment such as “14:00”.
    record Understood(Instant from, Instant at) implements Moment {}

    /// It is understood, and we are closed then.
    ///
    /// @param instead the nearest later moment of the same kind that is open, if there is one
    record Closed(Instant at, @Nullable Instant instead) implements Moment {}

    /// It is understood, and it is over.
    ///
    /// @param instead the nearest later moment of the same kind that is open, if there is one
    record Past(Instant at, @Nullable Instant instead) implements Moment {}

    /// It is understood, and lies further ahead than anybody plans, or never comes: we are not open so long.
    record TooFar() implements Moment {}

    /// These are no words for a moment.
    record Unknown() implements Moment {}
}
