package dev.loper.conversation;

import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The views people know by name, as each person may see them: who works in every queue reads one range, others the
/// ranges of their queues.
@Component
public class VisibleViews {

    private static final Set<String> WHOLE = Set.of("unassigned", "all", "snoozed", "resolved");
    private static final String QUEUE = "queue:";
    private static final String MINE = "mine:";
    private static final String PART = "@";

    private final Access access;

    VisibleViews(Access access) {
        this.access = access;
    }

    /// @param name `mine`, `unassigned`, `all`, `snoozed`, `resolved`, or `queue:<id>` for what is open in one queue
    /// @return none if there is no such view, or none for this person
    public Optional<View> named(String name, Viewer viewer) {
        if (name.equals("mine")) {
            return Optional.of(view(MINE + viewer.id(), viewer));
        }
        if (name.startsWith(QUEUE)) {
            return ofQueue(new QueueId(name.substring(QUEUE.length())), viewer);
        }
        return WHOLE.contains(name) ? Optional.of(view(name, viewer)) : Optional.empty();
    }

    /// The names of the views a topic is in, as one person knows them.
    ///
    /// @param ranges in which the topic is filed
    public static List<String> names(List<String> ranges, Viewer viewer) {
        return ranges.stream().flatMap(range -> name(range, viewer).stream()).toList();
    }

    /// The name of the view of a queue.
    static String nameOf(QueueId queue) {
        return QUEUE + queue;
    }

    private View view(String range, Viewer viewer) {
        return switch (access.visible(viewer)) {
            case Queues.All every -> new View(range);
            case Queues.Only only -> new View(
                    only.queues().stream().map(queue -> View.of(range, queue)).sorted().toList());
        };
    }

    private Optional<View> ofQueue(QueueId queue, Viewer viewer) {
        return access.canSee(viewer, queue) ? Optional.of(new View(View.of("all", queue))) : Optional.empty();
    }

    private static Optional<String> name(String range, Viewer viewer) {
        if (range.startsWith(MINE)) {
            return range.equals(MINE + viewer.id()) ? Optional.of("mine") : Optional.empty();
        }
        if (range.contains(PART)) {
            return range.startsWith("all" + PART)
                    ? Stream.of(range.split(PART, 2)).skip(1).map(queue -> QUEUE + queue).findFirst()
                    : Optional.empty();
        }
        return WHOLE.contains(range) ? Optional.of(range) : Optional.empty();
    }
}
