package dev.loper.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What puts a new topic into a queue. Every condition that is given must hold; of its values one is enough.
///
/// @param accounts  the accounts it came in on
/// @param brands    the brands those accounts speak for
/// @param languages the languages it is written in
/// @param words     words or phrases in subject or text; `invoice*` also takes longer words
public record FeedRule(Set<String> accounts, Set<String> brands, Set<String> languages, List<String> words) {

    public FeedRule(@Nullable Set<String> accounts, @Nullable Set<String> brands, @Nullable Set<String> languages,
            @Nullable List<String> words) {
        this.accounts = Set.copyOf(Optional.ofNullable(accounts).orElse(Set.of()));
        this.brands = Set.copyOf(Optional.ofNullable(brands).orElse(Set.of()));
        this.languages = Set.copyOf(Optional.ofNullable(languages).orElse(Set.of()));
        this.words = List.copyOf(Optional.ofNullable(words).orElse(List.of()));
    }

    /// Whether it says nothing, and would take everything.
    boolean empty() {
        return accounts.isEmpty() && brands.isEmpty() && languages.isEmpty() && words.isEmpty();
    }

    boolean matches(Incoming message) {
        return !empty() && (accounts.isEmpty() || accounts.contains(message.account()))
                && (brands.isEmpty() || holds(brands, message.brand()))
                && (languages.isEmpty() || holds(languages, message.language()))
                && (words.isEmpty() || words.stream().anyMatch(message.words()::contain));
    }

    private static boolean holds(Set<String> wanted, @Nullable String value) {
        return value != null && wanted.contains(value);
    }
}
