package dev.loper.handover;

/// What became of somebody who wants to arrive by a handover.
sealed interface Arrival {

    /// They are there, now or since before; and where that is.
    record There(Handover handover, Place place) implements Arrival {}

    /// It is used up, or taken back, or its time has passed.
    record Closed(HandoverState state) implements Arrival {}

    /// Its topic is gone.
    record Gone() implements Arrival {}
}
