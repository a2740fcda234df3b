package dev.loper.identity;

import dev.loper.customer.Clues;
import dev.loper.customer.Customer;
import java.util.List;
import java.util.Optional;

/// Somebody who may be the same person as a customer, and what speaks for it.
record Suggestion(Customer customer, List<Evidence> evidence) {

    /// Something that speaks for it.
    ///
    /// @param value  what both have: an address, an order number, a name with a postcode
    /// @param source the address on which the other one has it
    record Evidence(Kind kind, String value, String source) {

        /// The clue behind it, if it is one that was said in a message.
        Optional<String> said() {
            return switch (kind) {
                case SAME_ORDER -> Optional.of(Clues.ORDER + ":" + value);
                case NAME_AND_POSTCODE -> Optional.of(
                        Clues.POSTCODE + ":" + value.substring(value.lastIndexOf(", ") + 2));
                case PROVEN_ADDRESS, ARRIVED, SAME_NUMBER, TYPED_ADDRESS -> Optional.empty();
            };
        }
    }

    /// What kind of thing speaks for it, the strongest first.
    enum Kind {
        /// An address was proven by a code or the site, and could not be joined by itself.
        PROVEN_ADDRESS(Strength.STRONG),
        /// One came from the other's address with the code or link that was given to them.
        ARRIVED(Strength.STRONG),
        /// The same number on the phone and on WhatsApp.
        SAME_NUMBER(Strength.STRONG),
        /// One typed an address that is the other's.
        TYPED_ADDRESS(Strength.LIKELY),
        SAME_ORDER(Strength.LIKELY),
        NAME_AND_POSTCODE(Strength.POSSIBLE);

        final Strength strength;

        Kind(Strength strength) {
            this.strength = strength;
        }
    }

    /// How much it says.
    enum Strength {
        STRONG,
        LIKELY,
        POSSIBLE
    }

    /// Two kinds of evidence that are likely are strong together; what is only possible adds nothing.
    Strength strength() {
        long likely = evidence.stream().map(Evidence::kind).distinct().filter(
                kind -> kind.strength == Strength.LIKELY).count();
        Strength best = evidence.stream().map(one -> one.kind().strength).min(Enum::compareTo).orElse(
                Strength.POSSIBLE);
        return likely > 1 ? Strength.STRONG : best;
    }
}
