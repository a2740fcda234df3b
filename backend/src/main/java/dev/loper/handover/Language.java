package dev.loper.handover;

import dev.loper.customer.Customer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The languages in which customers hear of a handover.
enum Language {

    ENGLISH("en"),
    DUTCH("nl");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The language for a BCP 47 tag; whoever speaks another one reads English.
    static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("nl") ? DUTCH : ENGLISH;
    }

    /// The customer's; of one whose language is not known the one they last wrote in.
    ///
    /// @param written the tag of what they wrote, if it tells one
    static Language of(Customer customer, Supplier<Optional<String>> written) {
        return Optional.ofNullable(customer.language()).filter(known -> !known.isBlank()).or(written).map(
                Language::of).orElse(ENGLISH);
    }

    String tag() {
        return tag;
    }
}
