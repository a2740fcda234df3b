package dev.loper.organisation;

/// How the writing of a team or a department ended.
public sealed interface SaveResult<T> {

    /// @param kept as it is now
    record Saved<T>(T kept) implements SaveResult<T> {}

    /// It has been changed since it was read.
    record Stale<T>() implements SaveResult<T> {}

    /// It was deleted.
    record Gone<T>() implements SaveResult<T> {}
}
