package dev.loper.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Guesses the language a message is written in, by its most common small words. It says nothing rather than guess wrong.
///
/// A guess sends a topic to the right people; it is not kept as the customer's language, which only they can tell.
public final class WrittenLanguage {

    /// Fewer small words than this say nothing.
    private static final int ENOUGH = 2;

    private static final int LOOKED_AT = 200;

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of("en", Set.of("the", "and", "my", "is", "not",
            "i", "you", "have", "of", "to", "it", "for", "with", "your", "can", "this", "was", "please", "what",
            "when"), "nl",
            Set.of("de", "het", "een", "en", "mijn", "ik", "niet", "is", "van", "dat", "heb", "je", "u", "jullie",
                    "voor", "met", "wat", "er", "kan", "maar"),
            "de",
            Set.of("der", "die", "das", "und", "ich", "nicht", "mein", "meine", "ist", "ein", "eine", "sie", "habe",
                    "mit", "von", "was", "bitte", "wann", "zu", "auf"),
            "fr",
            Set.of("le", "la", "les", "et", "je", "ne", "pas", "est", "un", "une", "mon", "ma", "vous", "de", "des",
                    "pour", "avec", "que", "quand", "bonjour"));

    private WrittenLanguage() {}

    /// The language of a text, as a BCP 47 tag.
    public static Optional<String> of(String text) {
        return of(Words.of(text));
    }

    /// The language of what somebody wrote, or, where that is too little to tell, of it and what it is about.
    public static Optional<String> of(String words, String title) {
        return of(words).or(() -> of(words + " " + title));
    }

    static Optional<String> of(Words words) {
        List<String> first = words.each().stream().limit(LOOKED_AT).toList();
        List<Map.Entry<String, Long>> ranked = SMALL_WORDS.entrySet().stream().map(
                language -> Map.entry(language.getKey(),
                        first.stream().filter(language.getValue()::contains).count())).sorted(
                                Map.Entry.comparingByValue(Comparator.reverseOrder())).toList();
        long best = ranked.getFirst().getValue();
        return best >= ENOUGH && best > ranked.get(1).getValue()
                ? Optional.of(ranked.getFirst().getKey())
                : Optional.empty();
    }
}
