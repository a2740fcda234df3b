package dev.loper.access;

import dev.loper.web.ProblemException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which codes name a language people speak: those of ISO 639-1, in lower case.
final class SpokenLanguages {

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    private SpokenLanguages() {}

    /// @return the codes as given; none if nothing was given
    /// @throws ProblemException if one of them is no language
    static Set<String> require(@Nullable Set<String> codes) {
        if (codes == null) {
            return Set.of();
        }
        codes.stream().filter(code -> code.length() != 2 || !CODES.contains(code)).findFirst().ifPresent(code -> {
            throw ProblemException.field("unknown-language", "speaks", "“" + code
                    + "” is no language. Give two-letter codes, such as nl or en.");
        });
        return codes;
    }
}
