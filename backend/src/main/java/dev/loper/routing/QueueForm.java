package dev.loper.routing;

import dev.loper.access.QueueId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A queue as an administrator fills it in. What is left out is as in a fresh one.
///
/// @param id      of a new queue; none makes one of its name
/// @param version the one that was read, of a queue that is changed
record QueueForm(@Nullable @Pattern(regexp = QueueForm.ID, message = "has up to 40 of a–z, 0–9 and “-”") String id,
        @NotBlank @Size(max = 60) String name,
        @Nullable Map<@Pattern(regexp = QueueForm.LANGUAGE) String, @NotBlank @Size(max = 60) String> names,
        @Nullable @Size(max = 60) String brand,
        @Nullable @Size(max = 20) List<@Pattern(regexp = QueueForm.LANGUAGE) String> languages,
        @Nullable @Size(max = 40) String calendar, @Nullable @jakarta.validation.Valid ServiceTargets targets,
        @Nullable Integer position,
        @Nullable @Size(max = 50) List<@jakarta.validation.Valid RuleForm> rules, @Nullable Boolean active,
        @Nullable Boolean automatic, @Nullable Long version) {

    static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    static final String LANGUAGE = "[a-z]{2,3}";

    /// @param words a `*` at the end of one takes longer words too
    record RuleForm(@Nullable @Size(max = 50) Set<@Size(max = 60) String> accounts,
            @Nullable @Size(max = 50) Set<@Size(max = 60) String> brands,
            @Nullable @Size(max = 20) Set<@Pattern(regexp = QueueForm.LANGUAGE) String> languages,
            @Nullable @Size(max = 100) List<@Size(max = 60) String> words) {

        FeedRule rule() {
            return new FeedRule(accounts, brands, languages, words);
        }
    }

    /// The id it asks for, or one made of its name: “Bestellingen & retouren” is `bestellingen-retouren`.
    QueueId newId() {
        return new QueueId(Optional.ofNullable(id).orElseGet(() -> slug(name)));
    }

    Queue queue(QueueId asId, long asVersion) {
        return new Queue(asId, name.strip(), Optional.ofNullable(names).orElse(Map.of()), blankToNull(brand),
                Optional.ofNullable(languages).orElse(List.of()), blankToNull(calendar),
                Optional.ofNullable(targets).orElse(ServiceTargets.NONE),
                Optional.ofNullable(position).orElse(asId.equals(QueueId.MAIN) ? 0 : 1),
                Optional.ofNullable(rules).orElse(List.of()).stream().map(RuleForm::rule).toList(),
                !Boolean.FALSE.equals(active), Boolean.TRUE.equals(automatic), asVersion);
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}+",
                "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(plain.length(), 40)).replaceAll("-$", "");
        return cut.isEmpty() ? "queue" : cut;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
