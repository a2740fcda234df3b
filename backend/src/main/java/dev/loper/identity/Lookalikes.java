package dev.loper.identity;

import dev.loper.customer.Clues;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.customer.Names;
import dev.loper.identity.Suggestion.Evidence;
import dev.loper.identity.Suggestion.Kind;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds who may be the same person as a customer. What it reads is bounded: a few identities, their clues, and who else
/// gave those.
@Component
class Lookalikes {

    private static final int AT_MOST = 10;
    private static final int LOOKED_AT = 40;

    private final RedisClues clues;
    private final RedisApart apart;
    private final Customers customers;

    Lookalikes(RedisClues clues, RedisApart apart, Customers customers) {
        this.clues = clues;
        this.apart = apart;
        this.customers = customers;
    }

    /// Those there are, the strongest first; whoever it was said of that they are somebody else is none.
    List<Suggestion> of(Customer customer) {
        List<Identity> own = customer.identities().stream().filter(identity -> !identity.shared()).limit(
                LOOKED_AT).toList();
        Map<String, List<Hint>> hints = clues(customer, own);
        addresses(own).forEach((field, hint) -> hints.computeIfAbsent(field, any -> new ArrayList<>()).add(hint));
        Map<CustomerId, Set<Evidence>> found = new LinkedHashMap<>();
        clues.identities(hints.keySet()).forEach((field, identity) -> hints.getOrDefault(field, List.of()).forEach(
                hint -> add(found, customer, identity, hint)));
        if (found.isEmpty()) {
            return List.of();
        }
        Set<CustomerId> not = apart.from(customer.id());
        Map<CustomerId, Suggestion> suggestions = new LinkedHashMap<>();
        found.entrySet().stream().limit(LOOKED_AT).forEach(entry -> suggestion(customer, entry.getKey(),
                List.copyOf(entry.getValue()), not).ifPresent(
                        one -> suggestions.putIfAbsent(one.customer().id(), one)));
        return suggestions.values().stream().sorted(Comparator.comparing(Suggestion::strength)).limit(
                AT_MOST).toList();
    }

    private Optional<Suggestion> suggestion(Customer customer, CustomerId other, List<Evidence> evidence,
            Set<CustomerId> not) {
        return customers.find(other).filter(
                found -> !found.id().equals(customer.id()) && !apart.anyOf(not, found.id())).map(found -> {
                    List<Evidence> holds = evidence.stream().filter(one -> holds(one, customer, found)).sorted(
                            Comparator.comparing(Evidence::kind)).toList();
                    return new Suggestion(found, holds);
                }).filter(one -> !one.evidence().isEmpty());
    }

    /// A postcode counts only with the name.
    private static boolean holds(Evidence evidence, Customer customer, Customer other) {
        return evidence.kind() != Kind.NAME_AND_POSTCODE || Names.same(customer.name(), other.name());
    }

    /// A clue to somebody, before it is known on which address.
    private record Hint(Kind kind, String value) {

        Evidence on(Identity identity) {
            return new Evidence(kind, value, identity.address().kind());
        }
    }

    private static void add(Map<CustomerId, Set<Evidence>> found, Customer customer, Identity identity, Hint hint) {
        if (!identity.customer().equals(customer.id()) && !identity.shared()) {
            found.computeIfAbsent(identity.customer(), id -> new LinkedHashSet<>()).add(hint.on(identity));
        }
    }

    /// Who has an address that this customer only typed, or has typed one of theirs; and the same number elsewhere.
    private static Map<String, Hint> addresses(List<Identity> own) {
        Map<String, Hint> asked = new LinkedHashMap<>();
        for (Identity identity : own) {
            ChannelAddress address = identity.address();
            Level other = identity.level() == Level.CLAIMED ? Level.OBSERVED : Level.CLAIMED;
            asked.put(Identity.field(address, other), new Hint(Kind.TYPED_ADDRESS, address.value()));
            if (identity.level() != Level.CLAIMED) {
                Siblings.of(address).ifPresent(
                        sibling -> asked.put(sibling.key(), new Hint(Kind.SAME_NUMBER, sibling.value())));
            }
        }
        return asked;
    }

    /// Who gave the same clues, and who typed or proved an address of this customer.
    private Map<String, List<Hint>> clues(Customer customer, List<Identity> own) {
        Set<String> asked = new LinkedHashSet<>();
        own.stream().filter(identity -> identity.level() != Level.CLAIMED).forEach(identity -> {
            asked.add(Clues.claim(identity.address()));
            asked.add(Clues.proof(identity.address()));
            asked.add(Clues.arrival(identity.address()));
        });
        clues.of(own.stream().map(Identity::id).toList()).values().forEach(asked::addAll);
        Map<String, List<Hint>> byField = new LinkedHashMap<>();
        // Whoever came from another one's address is suggested to that one, and that one to them.
        asked.stream().filter(clue -> clue.startsWith(Clues.ARRIVAL + ":")).forEach(
                clue -> byField.computeIfAbsent(clue.substring(Clues.ARRIVAL.length() + 1),
                        any -> new ArrayList<>()).add(hint(clue, customer)));
        clues.whoGave(asked).forEach((clue, fields) -> fields.forEach(field -> byField.computeIfAbsent(field,
                any -> new ArrayList<>()).add(hint(clue, customer))));
        return byField;
    }

    /// A browser has no address that people could read.
    private static String shown(ChannelAddress address) {
        return address instanceof ChannelAddress.Visitor ? Customer.nameless(address) : address.value();
    }

    private static Hint hint(String clue, Customer customer) {
        int colon = clue.indexOf(':');
        String value = clue.substring(colon + 1);
        return switch (clue.substring(0, colon)) {
            case Clues.ORDER -> new Hint(Kind.SAME_ORDER, value);
            case Clues.CLAIM -> new Hint(Kind.TYPED_ADDRESS, ChannelAddress.ofKey(value).value());
            case Clues.ARRIVAL -> new Hint(Kind.ARRIVED, shown(ChannelAddress.ofKey(value)));
            case Clues.PROOF -> new Hint(Kind.PROVEN_ADDRESS, ChannelAddress.ofKey(value).value());
            default -> new Hint(Kind.NAME_AND_POSTCODE, customer.name() + ", " + value);
        };
    }
}
