package dev.loper.routing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// In how much working time the customers of a queue are to have an answer, in minutes.
///
/// @param first for the first answer in a topic; none for no target
/// @param next  for every later one; none for no target
/// @param warn  how long before it is due it counts as soon; none: a quarter of the target
public record ServiceTargets(@Nullable @Min(1) @Max(ServiceTargets.MOST) Integer first,
        @Nullable @Min(1) @Max(ServiceTargets.MOST) Integer next,
        @Nullable @Min(1) @Max(ServiceTargets.MOST) Integer warn) {

    static final ServiceTargets NONE = new ServiceTargets(null, null, null);

    /// A working year of eight hours a day.
    static final int MOST = 8 * 60 * 260;

    boolean none() {
        return first == null && next == null;
    }

    /// How much working time passes before the warning, for a target of so many minutes.
    int untilWarning(int target) {
        return Math.max(0, target - (warn == null ? Math.ceilDiv(target, 4) : warn));
    }
}
