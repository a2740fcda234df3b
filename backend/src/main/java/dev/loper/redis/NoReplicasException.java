package dev.loper.redis;

import java.io.Serial;

/// The embedded Redis has no replicas: with `loper.redis.durability=replicated` not one message could be stored.
public final class NoReplicasException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoReplicasException() {
        super("The embedded Redis has no replicas, so nothing would ever be stored on them"
                + " (loper.redis.durability=replicated).");
    }
}
