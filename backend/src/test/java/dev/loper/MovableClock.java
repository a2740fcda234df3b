package dev.loper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands at noon until a test moves it.
public class MovableClock extends Clock {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private volatile Instant now = NOON;

    public void advance(Duration time) {
        now = now.plus(time);
    }

    public void reset() {
        now = NOON;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
