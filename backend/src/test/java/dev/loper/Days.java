package dev.loper;

import dev.loper.calendar.WorkspaceDay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Days as tests count them.
public final class Days {

    /// By UTC.
    public static final WorkspaceDay UTC = () -> LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);

    private Days() {}
}
