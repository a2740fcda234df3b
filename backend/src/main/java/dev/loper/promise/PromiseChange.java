package dev.loper.promise;

import org.jspecify.annotations.Nullable;
import dev.loper.message.EntryId;

/// What became of a change to a promise.
sealed interface PromiseChange {

    /// Done.
    ///
    /// @param entry what tells it on the timeline; none if nothing does
    record Done(@Nullable EntryId entry) implements PromiseChange {}

    /// It was done before, under the same client id.
    record Repeat() implements PromiseChange {}

    /// It has moved on since it was read, or is so already.
    record MovedOn() implements PromiseChange {}

    /// Its page has asked for enough within this hour.
    record TooMany() implements PromiseChange {}

    /// It is closed.
    record Closed(PromiseState state) implements PromiseChange {}

    /// It is not there, or its topic is not.
    record Gone() implements PromiseChange {}
}
