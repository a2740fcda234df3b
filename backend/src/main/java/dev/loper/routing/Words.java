package dev.loper.routing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as its words: lower case, without accents, one space between them and around them.
///
/// @param text such as ` mijn factuur klopt niet `
record Words(String text) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Words of(String... texts) {
        return new Words(" " + plain(String.join(" ", texts)) + " ");
    }

    /// Whether a word or phrase stands in it; with `*` at its end the last word may go on.
    boolean contain(String phrase) {
        String wanted = plain(phrase);
        return !wanted.isEmpty() && text.contains(" " + wanted + (phrase.strip().endsWith("*") ? "" : " "));
    }

    List<String> each() {
        return List.of(text.strip().split(" "));
    }

    private static String plain(String text) {
        String unaccented = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(unaccented.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
