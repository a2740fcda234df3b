package dev.loper.fact;

import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a customer's addresses and name say by themselves: whoever writes from an address has told it, and whoever filled in
/// the chat's form has told their name.
@Component
class AddressFacts implements FactsElsewhere {

    private static final String PROFILE = "profile";

    @Override
    public List<Fact> of(Customer customer) {
        List<Fact> facts = new ArrayList<>();
        customer.identities().forEach(identity -> address(identity, customer).ifPresent(facts::add));
        if (named(customer)) {
            facts.add(said(BuiltIn.NAME, customer.name(), named(customer.identities()), customer.since()));
        }
        return facts;
    }

    private static Optional<Fact> address(Identity identity, Customer customer) {
        Instant at = identity.seen() == null ? customer.since() : identity.seen();
        String value = identity.address().value();
        return switch (identity.address()) {
            case ChannelAddress.Email mail -> Optional.of(said(BuiltIn.EMAIL, value, channel(identity), at));
            case ChannelAddress.Phone phone -> Optional.of(said(BuiltIn.PHONE, value, channel(identity), at));
            case ChannelAddress.WhatsApp whatsapp -> value.startsWith("+")
                    ? Optional.of(said(BuiltIn.PHONE, value, channel(identity), at))
                    : Optional.empty();
            case ChannelAddress.Visitor visitor -> Optional.empty();
        };
    }

    /// An address that was only typed was typed in the chat's form.
    private static String channel(Identity identity) {
        if (identity.channel() != null) {
            return identity.channel();
        }
        return identity.level() == Level.CLAIMED ? "chat" : identity.address().kind();
    }

    /// Where they told their name: with several channels nobody knows any more on which.
    private static String named(List<Identity> identities) {
        List<String> channels = identities.stream().map(AddressFacts::channel).distinct().toList();
        return channels.isEmpty() ? "web" : channels.size() == 1 ? channels.getFirst() : PROFILE;
    }

    private static boolean named(Customer customer) {
        String name = customer.name();
        return !name.isBlank() && !name.contains("@") && name.chars().noneMatch(Character::isDigit)
                && customer.identities().stream().noneMatch(
                        identity -> name.equals(Customer.nameless(identity.address())));
    }

    private static Fact said(BuiltIn kind, String value, String channel, Instant at) {
        return new Fact(kind.id(), value, Fact.State.SAID, null, null, channel, at, null);
    }
}
