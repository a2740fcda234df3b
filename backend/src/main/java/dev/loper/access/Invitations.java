package dev.loper.access;

import dev.loper.message.PersonId;
import java.util.List;
import java.util.Optional;

/// Invitations: each is one single-use link that expires and can be revoked. Only the link's digest is kept.
interface Invitations {

    /// All that are open, also those whose link has expired, by name.
    List<Invitation> all();

    Optional<Invitation> byId(PersonId id);

    /// The invitation of a link that would work now. Asking changes nothing.
    Optional<Invitation> byToken(String token);

    /// Whether its link works now: it has not expired, and whoever sent it last still administers. A link that somebody
    /// kept is worth nothing once they may not invite any more.
    boolean stands(Invitation invitation);

    /// Invites somebody.
    ///
    /// @param token the secret of the link, kept nowhere
    Offer offer(Invitation invitation, String token);

    /// Gives an invitation another link; the one before ends.
    Offer renew(Invitation invitation, String token);

    /// Makes a person of whoever holds the link. Of two who try at once, one succeeds.
    Acceptance accept(String token, Person person);

    /// @return the invitation that was, if there was one
    Optional<Invitation> revoke(PersonId id);

    /// How an invitation ended.
    enum Offer {
        INVITED,
        /// Somebody signs in with this address.
        EMAIL_TAKEN,
        /// This address has an invitation.
        ALREADY_INVITED,
        /// It was accepted or revoked meanwhile.
        GONE
    }

    /// How an acceptance ended.
    enum Acceptance {
        ACCEPTED,
        /// The link is wrong, used, too old or revoked.
        GONE,
        /// Somebody else has the address meanwhile.
        EMAIL_TAKEN
    }
}
