package dev.loper.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Compares people's names as people do: without accents, capitals and points.
public final class Names {

    private static final int WORDS = 6;
    private static final int LONGEST = 40;

    private Names() {}

    /// The words of a name, by which it is looked up.
    public static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(
                Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).map(
                word -> word.length() <= LONGEST ? word : word.substring(0, LONGEST)).limit(WORDS).toList();
    }

    /// Whether two names are one: the same words, at least two of them.
    public static boolean same(String one, String other) {
        List<String> words = words(one);
        return words.size() > 1 && Set.copyOf(words).equals(Set.copyOf(words(other)));
    }

    /// Whether both may be names of one person: each word of the shorter is one of the longer, or its initial.
    public static boolean agree(String one, String other) {
        List<String> few = words(one);
        List<String> many = new ArrayList<>(words(other));
        if (few.size() > many.size()) {
            return agree(other, one);
        }
        return few.stream().allMatch(word -> {
            int at = matching(word, many);
            return at >= 0 && many.remove(at) != null;
        });
    }

    private static int matching(String word, List<String> among) {
        int equal = among.indexOf(word);
        if (equal >= 0) {
            return equal;
        }
        for (int i = 0; i < among.size(); i++) {
            String other = among.get(i);
            if ((word.length() == 1 || other.length() == 1) && word.charAt(0) == other.charAt(0)) {
                return i;
            }
        }
        return -1;
    }
}
