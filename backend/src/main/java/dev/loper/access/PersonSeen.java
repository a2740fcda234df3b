package dev.loper.access;

import dev.loper.message.PersonId;
import java.time.Instant;

/// Somebody opened a screen, or typed or clicked on one. A Spring event on this node.
public record PersonSeen(PersonId person, Instant at) {}
