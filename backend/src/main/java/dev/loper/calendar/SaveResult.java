package dev.loper.calendar;

/// How the writing of a calendar ended.
sealed interface SaveResult {

    record Saved(Kept kept) implements SaveResult {}

    /// Another one has been written since.
    record Stale() implements SaveResult {}

    /// There are as many as there may be.
    record Full(int most) implements SaveResult {}
}
