package dev.loper.handover;

import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;
import dev.loper.routing.WrittenLanguage;
import java.util.Locale;
import java.util.Optional;

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
    static Language of(Customer customer, Topic topic) {
        return Optional.ofNullable(customer.language()).filter(known -> !known.isBlank()).or(
                () -> WrittenLanguage.of(topic.title() + " " + topic.preview())).map(Language::of).orElse(ENGLISH);
    }

    String tag() {
        return tag;
    }
}
