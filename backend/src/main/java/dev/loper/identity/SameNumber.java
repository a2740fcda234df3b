package dev.loper.identity;

import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.customer.Names;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Decides whether somebody new on the phone or on WhatsApp is the customer who has the same number on the other.
///
/// The networks give a number to one person at a time, so both vouch for the same one, unless the number may have been given
/// to somebody else meanwhile, several people use it, or the names are those of two people; or unless the number is its customer's
/// only because somebody with a code of theirs showed it: anybody can show any.
@Component
class SameNumber {

    /// Dutch and most other networks let a number rest for six months before they give it to somebody else.
    static final Duration RESTS = Duration.ofDays(90);

    private final Customers customers;
    private final Clock clock;

    SameNumber(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /// @param name as the channel gave it, empty if none
    Optional<Identity> of(ChannelAddress address, String name) {
        return Siblings.of(address).flatMap(sibling -> customers.identity(sibling, Level.OBSERVED)).filter(
                identity -> !identity.shared() && !identity.shown() && recent(identity) && agree(identity, name));
    }

    private boolean recent(Identity identity) {
        Instant seen = identity.seen();
        return seen != null && seen.isAfter(clock.instant().minus(RESTS));
    }

    private boolean agree(Identity identity, String name) {
        return customers.find(identity.customer()).filter(
                customer -> name.isBlank() || nameless(customer) || Names.agree(customer.name(), name)).isPresent();
    }

    private static boolean nameless(Customer customer) {
        return customer.identities().stream().anyMatch(
                identity -> Customer.nameless(identity.address()).equals(customer.name()));
    }
}
