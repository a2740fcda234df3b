package dev.loper.fact;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kind of fact: what it is called, how it looks, and how it is asked for.
///
/// @param id        up to 40 of a–z, 0–9 and “-”
/// @param pattern   finds it in what customers write, its first group or the whole being the value; null: it is found in
///                  another way, or by people only
/// @param questions how it is asked for, or what it is called in a question
public record FactKind(String id, Words name, @Nullable Pattern pattern, Asking questions) {

    /// A name in both languages.
    public record Words(String nl, String en) {}

    /// @param nl “Wat is je lidnummer?” or only “lidnummer”
    /// @param en the same in English
    public record Asking(List<String> nl, List<String> en) {

        public static final Asking NOTHING = new Asking(List.of(), List.of());

        public Asking {
            nl = List.copyOf(nl);
            en = List.copyOf(en);
        }
    }
}
