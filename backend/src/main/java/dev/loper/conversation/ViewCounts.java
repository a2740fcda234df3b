package dev.loper.conversation;

import dev.loper.access.QueueId;
import dev.loper.access.Viewer;
import dev.loper.feed.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The counts beside the views, for one person: of their queues only. Where there is but one queue, it is not counted apart.
@Component
public class ViewCounts {

    private static final List<String> NAMES = List.of("mine", "unassigned", "all", "snoozed", "resolved");

    private final Views views;
    private final VisibleViews visible;
    private final QueueList queues;

    ViewCounts(Views views, VisibleViews visible, QueueList queues) {
        this.views = views;
        this.visible = visible;
        this.queues = queues;
    }

    /// @param views   topics in each view
    /// @param waiting topics in each view in which a customer waits
    /// @param longest since when the first of those waits, in each view in which somebody does
    /// @param live    where the change feed stood before they were counted
    public record Counts(Map<String, Long> views, Map<String, Long> waiting, Map<String, Instant> longest,
            String live) {}

    /// One person's counts.
    public Counts of(Viewer viewer, Cursor live) {
        List<String> names = names();
        return counts(viewer, names, count(List.of(viewer), names), live.toString());
    }

    /// Several people's counts, in one trip.
    public Map<Viewer, Counts> of(Collection<Viewer> viewers) {
        List<String> names = names();
        Map<View, Views.Count> found = count(viewers, names);
        return viewers.stream().distinct().collect(
                Collectors.toMap(Function.identity(), viewer -> counts(viewer, names, found, "")));
    }

    private List<String> names() {
        List<QueueId> all = queues.ids();
        return Stream.concat(NAMES.stream(),
                all.size() < 2 ? Stream.of() : all.stream().map(VisibleViews::nameOf)).toList();
    }

    private Map<View, Views.Count> count(Collection<Viewer> viewers, List<String> names) {
        List<View> wanted = viewers.stream().flatMap(
                viewer -> names.stream().flatMap(name -> visible.named(name, viewer).stream())).distinct().toList();
        List<Views.Count> found = views.count(wanted);
        Map<View, Views.Count> byView = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            byView.put(wanted.get(i), found.get(i));
        }
        return byView;
    }

    private Counts counts(Viewer viewer, List<String> names, Map<View, Views.Count> found, String live) {
        Map<String, Long> topics = new LinkedHashMap<>();
        Map<String, Long> waiting = new LinkedHashMap<>();
        Map<String, Instant> longest = new LinkedHashMap<>();
        for (String name : names) {
            visible.named(name, viewer).ifPresent(view -> {
                Views.Count count = found.getOrDefault(view, Views.Count.NONE);
                topics.put(name, count.topics());
                if (!name.equals("resolved")) {
                    waiting.put(name, count.waiting());
                }
                if (count.since() != null) {
                    longest.put(name, count.since());
                }
            });
        }
        return new Counts(topics, waiting, longest, live);
    }
}
