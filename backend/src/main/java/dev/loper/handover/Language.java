package dev.loper.handover;

import dev.loper.customer.Customer;
import dev.loper.routing.WrittenLanguage;
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
    /// @param words what they wrote, if anything
    static Language of(Customer customer, Supplier<String> words) {
        return Optional.ofNullable(customer.language()).filter(known -> !known.isBlank()).or(
                () -> WrittenLanguage.of(words.get())).map(Language::of).orElse(ENGLISH);
    }

    String tag() {
        return tag;
    }
}
