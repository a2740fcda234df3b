package dev.loper.fact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts words into sentences, and folds what people write in several ways: case, accents, apostrophes. Every character keeps
/// its place.
final class Sentences {

    private static final Set<String> SHORT = Set.of("no", "nr", "mr", "mrs", "ms", "dhr", "mevr", "tel", "st", "bijv",
            "etc", "incl", "nl");

    private Sentences() {}

    /// @param words as folded  @param from where it begins  @param to where it ends, after its mark
    record Sentence(String words, int from, int to) {}

    static List<Sentence> of(String text) {
        String folded = fold(text);
        List<Sentence> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < folded.length(); i++) {
            if (ends(folded, i)) {
                add(folded, from, i + 1, all);
                from = i + 1;
            }
        }
        add(folded, from, folded.length(), all);
        return all;
    }

    private static boolean ends(String text, int at) {
        char mark = text.charAt(at);
        boolean space = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return switch (mark) {
            case '\n', ';' -> true;
            case '?', '!' -> space;
            case '.' -> space && !SHORT.contains(wordBefore(text, at));
            default -> false;
        };
    }

    private static String wordBefore(String text, int at) {
        int from = at;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, at);
    }

    private static void add(String text, int from, int to, List<Sentence> all) {
        int begin = from;
        while (begin < to && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (begin < to) {
            all.add(new Sentence(text.substring(begin, to), begin, to));
        }
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char letter) {
        if (letter < 128) {
            return Character.toLowerCase(letter);
        }
        return switch (letter) {
            case '’', '‘', '`' -> '\'';
            case '“', '”' -> '"';
            case '\u00a0' -> ' ';
            default -> Character.toLowerCase(
                    Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0));
        };
    }
}
