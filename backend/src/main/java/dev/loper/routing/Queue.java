package dev.loper.routing;

import dev.loper.access.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A queue: where topics of one kind of work wait.
///
/// @param name      what people call it
/// @param names     the same in other languages, by language
/// @param brand     the brand it serves: nothing comes in on accounts of another; none for all
/// @param languages the languages it is answered in, to whoever writes another too; none for any
/// @param calendar  the id of its opening hours; none for the default ones
/// @param targets   in how much working time there is to be an answer
/// @param position  its place in every list, and when its rules are asked: the lowest first
/// @param rules     what feeds it: one that matches is enough
/// @param active    whether topics may come in
/// @param automatic whether what waits is given to people who are free; else they take it
/// @param version   raised by every change
public record Queue(QueueId id, String name, Map<String, String> names, @Nullable String brand, List<String> languages,
        @Nullable String calendar, ServiceTargets targets, int position, List<FeedRule> rules, boolean active,
        boolean automatic,
        long version) {

    public Queue {
        names = Map.copyOf(names);
        languages = List.copyOf(languages);
        rules = List.copyOf(rules);
    }

    /// The queue of a fresh installation. It takes what no rule puts elsewhere, and cannot be switched off.
    static Queue main() {
        return new Queue(QueueId.MAIN, "Support", Map.of("nl", "Klantenservice"), null, List.of(), null,
                ServiceTargets.NONE, 0, List.of(),
                true, false, 0);
    }

    /// Whether it takes what no rule puts elsewhere.
    public boolean isMain() {
        return id.equals(QueueId.MAIN);
    }

    /// The languages of which one will do for a customer who writes this one; empty if any will. Where theirs is not answered,
    /// they get an answer in one that is.
    Set<String> answersTo(@Nullable String language) {
        if (language != null && (languages.isEmpty() || languages.contains(language))) {
            return Set.of(language);
        }
        return Set.copyOf(languages);
    }

    /// The same at another place.
    Queue at(int place) {
        return new Queue(id, name, names, brand, languages, calendar, targets, place, rules, active, automatic,
                version + 1);
    }

    /// The same by the default opening hours.
    Queue withoutCalendar() {
        return new Queue(id, name, names, brand, languages, null, targets, position, rules, active, automatic,
                version);
    }

    boolean takes(Incoming message) {
        return active && (brand == null || brand.equals(message.brand()))
                && rules.stream().anyMatch(rule -> rule.matches(message));
    }

    static Queue of(QueueId id, Stored stored) {
        return new Queue(id, stored.name(), Optional.ofNullable(stored.names()).orElse(Map.of()), stored.brand(),
                orEmpty(stored.languages()), stored.calendar(),
                Optional.ofNullable(stored.targets()).orElse(ServiceTargets.NONE), stored.position(),
                orEmpty(stored.rules()),
                stored.active(), Boolean.TRUE.equals(stored.automatic()), stored.version());
    }

    Stored stored() {
        return new Stored(name, names, brand, languages, calendar, targets.none() ? null : targets, position, rules,
                active, automatic, version);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Optional.ofNullable(list).orElse(List.of());
    }

    /// A queue as it lies in the store.
    record Stored(String name, @Nullable Map<String, String> names, @Nullable String brand,
            @Nullable List<String> languages, @Nullable String calendar, @Nullable ServiceTargets targets, int position,
            @Nullable List<FeedRule> rules,
            boolean active, @Nullable Boolean automatic, long version) {}
}
