package dev.loper.access;

import dev.loper.message.PersonId;
import org.jspecify.annotations.Nullable;

/// A person's sign-in, or all of them, is over: what still streams to them must stop. A Spring event on this node.
///
/// @param sessionId the one session that ended; null for all of the person's
public record AccessEnded(PersonId person, @Nullable String sessionId, Reason reason) {

    /// Why it is over.
    public enum Reason {
        SIGNED_OUT,
        EXPIRED,
        ROLES_CHANGED,
        PASSWORD_CHANGED,
        DEACTIVATED
    }
}
