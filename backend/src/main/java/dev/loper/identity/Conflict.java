package dev.loper.identity;

import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import java.util.Set;
import java.util.stream.Collectors;

/// What speaks against two customers being one: both are known by different addresses of one kind. A person may have two mail
/// addresses, and two numbers; that two people passed a proof on is as likely.
///
/// A number counts as one kind, on the phone and on WhatsApp: whoever has a number and whoever writes on WhatsApp from another one
/// conflict as two callers do.
public final class Conflict {

    private Conflict() {}

    public static boolean between(Customer one, Customer other) {
        Set<ChannelAddress> mine = known(one);
        Set<ChannelAddress> theirs = known(other);
        Set<String> kinds = mine.stream().map(ChannelAddress::kind).collect(Collectors.toSet());
        return theirs.stream().anyMatch(address -> kinds.contains(address.kind())) || numbers(mine, theirs);
    }

    /// Whether both have numbers, and none in common.
    private static boolean numbers(Set<ChannelAddress> mine, Set<ChannelAddress> theirs) {
        Set<String> ours = numbers(mine);
        Set<String> others = numbers(theirs);
        return !ours.isEmpty() && !others.isEmpty() && others.stream().noneMatch(ours::contains);
    }

    private static Set<String> numbers(Set<ChannelAddress> addresses) {
        return addresses.stream().filter(address -> Siblings.of(address).isPresent()).map(
                ChannelAddress::value).collect(Collectors.toSet());
    }

    /// Addresses that somebody vouches for. A browser is nobody's address.
    private static Set<ChannelAddress> known(Customer customer) {
        return customer.identities().stream().filter(identity -> identity.level() != Level.CLAIMED).map(
                Identity::address).filter(address -> !(address instanceof ChannelAddress.Visitor)).collect(
                        Collectors.toSet());
    }
}
