package dev.loper.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells a thing somebody may have bought from whatever else stands in its place: “it is about the delivery”, “the item is
/// broken”, “I waited all morning”. Pure. It would rather know no product than a wrong one.
final class Things {

    /// Words of sentences, not of things.
    private static final Set<String> SENTENCE = Set.of("ik", "je", "jij", "jou", "u", "we", "wij", "jullie", "hij",
            "zij",
            "ze", "wat", "hoe", "niet", "niets", "geen", "nog", "al", "wel", "heb", "hebt", "heeft", "had", "hebben",
            "is",
            "was", "ben", "bent", "zijn", "waren", "wordt", "werd", "weet", "denk", "kan", "kunnen", "wil", "moet",
            "gaat",
            "bedankt", "dank", "dankjewel", "alsjeblieft", "ja", "nee", "hoi", "hallo", "hele", "helemaal", "sorry",
            "idee",
            "i", "i'm", "you", "they", "he", "she", "what", "how", "not", "nothing", "no", "yes", "never", "have",
            "has",
            "are", "am", "were", "been", "do", "does", "did", "don't", "know", "think", "can", "can't", "will", "want",
            "thanks", "thank", "please", "hello", "hi", "whole", "idea", "ok", "oke", "okay", "later", "straks",
            "morgen",
            "tomorrow", "maybe", "misschien", "why", "waarom", "when", "wanneer", "ago", "geleden");
    /// What people write about that nobody sells.
    private static final Set<String> MATTERS = Set.of("order", "orders", "bestelling", "bestellingen", "delivery",
            "levering",
            "bezorging", "bezorgkosten", "verzending", "shipping", "return", "returns", "retour", "refund",
            "terugbetaling",
            "invoice", "factuur", "payment", "betaling", "account", "wachtwoord", "password", "complaint", "klacht",
            "appointment", "afspraak", "question", "vraag", "problem", "probleem", "issue", "status", "parcel",
            "package",
            "pakket", "pakje", "pakketje", "korting", "discount", "address", "adres", "bezorgadres", "email", "mail",
            "website", "site", "service", "garantie", "warranty", "vertraging", "delay", "price", "prijs", "date",
            "datum",
            "fact", "feit", "same", "hetzelfde", "rest");
    private static final int WORDS = 7;

    private Things() {}

    static boolean is(String value) {
        List<String> words = words(value);
        return !words.isEmpty() && words.size() <= WORDS && words.stream().noneMatch(SENTENCE::contains)
                && !MATTERS.contains(words.getFirst());
    }

    /// The same where nothing but a bare answer says that it is one: then a word for something that was done is none, too.
    static boolean alone(String value) {
        return is(value) && words(value).stream().noneMatch(Things::done);
    }

    /// Gewacht, gebeld, gekregen; waited, called.
    private static boolean done(String word) {
        return word.length() >= 6 && word.startsWith("ge") && (word.endsWith("t") || word.endsWith("d"))
                || Set.of("gekregen", "gevonden", "vergeten", "ontvangen", "waited", "waiting", "called", "asked",
                        "forgot",
                        "received").contains(word);
    }

    private static List<String> words(String value) {
        return Arrays.stream(value.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}\\p{N}']+")).filter(
                word -> !word.isEmpty()).toList();
    }
}
