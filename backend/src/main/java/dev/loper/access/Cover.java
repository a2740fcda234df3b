package dev.loper.access;

import dev.loper.message.PersonId;

/// Who takes over somebody's work when they leave or are absent.
public sealed interface Cover {

    /// Nobody: the work of whoever is absent stays theirs; of whoever leaves, it goes back to its queue.
    record Undecided() implements Cover {}

    /// The queue each topic is in: so it is until somebody decides otherwise.
    record Queue() implements Cover {}

    /// A colleague, or theirs when that colleague is away too.
    record By(PersonId person) implements Cover {}
}
