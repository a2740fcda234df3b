package dev.loper.calendar;

import java.time.Duration;
import java.time.Instant;

/// A piece of time, from a moment up to another that is no longer in it.
record Stretch(Instant from, Instant until) {

    Duration length() {
        return Duration.between(from, until);
    }
}
