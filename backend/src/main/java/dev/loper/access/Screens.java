package dev.loper.access;

import dev.loper.message.PersonId;
import java.time.Instant;
import java.util.Map;

/// The people who have a screen open on this node. The push module provides it.
public interface Screens {

    /// Each with when they last typed, clicked or opened one here. Who has but a board on the wall is not among them.
    Map<PersonId, Instant> lastInputs();
}
