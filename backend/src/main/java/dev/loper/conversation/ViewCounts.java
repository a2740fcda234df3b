package dev.loper.conversation;

import dev.loper.feed.Cursor;
import dev.loper.message.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The counts beside the views, for one person.
@Component
public class ViewCounts {

    private static final List<String> NAMES = List.of("mine", "unassigned", "all", "snoozed", "resolved");

    private static final Views.Count NONE = new Views.Count(0, 0);

    private final Views views;

    ViewCounts(Views views) {
        this.views = views;
    }

    /// @param views   topics in each view
    /// @param waiting topics in each view in which a customer waits
    /// @param live    where the change feed stood before they were counted
    public record Counts(Map<String, Long> views, Map<String, Long> waiting, String live) {}

    /// One person's counts.
    public Counts of(PersonId person, Cursor live) {
        return counts(person, count(List.of(person)), live.toString());
    }

    /// Several people's counts, in one trip.
    public Map<PersonId, Counts> of(Collection<PersonId> people) {
        Map<Views.View, Views.Count> found = count(people);
        return people.stream().collect(Collectors.toMap(Function.identity(), person -> counts(person, found, "")));
    }

    private Map<Views.View, Views.Count> count(Collection<PersonId> people) {
        List<Views.View> wanted = people.stream().flatMap(
                person -> NAMES.stream().flatMap(name -> Views.View.named(name, person).stream())).distinct().toList();
        List<Views.Count> found = views.count(wanted);
        Map<Views.View, Views.Count> byView = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            byView.put(wanted.get(i), found.get(i));
        }
        return byView;
    }

    private static Counts counts(PersonId person, Map<Views.View, Views.Count> found, String live) {
        Map<String, Long> topics = new LinkedHashMap<>();
        Map<String, Long> waiting = new LinkedHashMap<>();
        for (String name : NAMES) {
            Views.Count count = Views.View.named(name, person).map(found::get).orElse(NONE);
            topics.put(name, count.topics());
            if (!name.equals("resolved")) {
                waiting.put(name, count.waiting());
            }
        }
        return new Counts(topics, waiting, live);
    }
}
