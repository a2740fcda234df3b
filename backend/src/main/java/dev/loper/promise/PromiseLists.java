package dev.loper.promise;

import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Viewer;
import dev.loper.web.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which lists of promises somebody reads when they ask for some: whoever works in every queue reads one of a kind, others
/// those of their queues.
@Component
class PromiseLists {

    private static final String WAITS = "waits";
    private static final int PAGE = 50;
    /// How many are read at once where there are hidden ones, and how often, for one page.
    private static final int ON = 200;
    private static final int TIMES = 50;

    private final Access access;
    private final Promises promises;

    PromiseLists(Access access, Promises promises) {
        this.access = access;
        this.promises = promises;
    }

    /// What somebody asks for, as [#of] reads it.
    ///
    /// @param until only those to be kept, and before this moment; none takes all
    record Asked(String state, @Nullable String owner, @Nullable String queue, @Nullable Instant until) {}

    /// @param next the cursor of the next page; null after the last
    record Page(List<Promise> promises, @Nullable String next) {}

    /// What the viewer may see of what they ask for, after a place in it. Some of an owner's promises may lie in queues the viewer
    /// does not work in: those are read over, ten thousand of them at the most, and neither the page nor its cursor tells of them.
    Page page(Asked asked, String after, Viewer viewer) {
        List<String> lists = of(asked.state(), asked.owner(), asked.queue(), viewer);
        List<Promise> shown = new ArrayList<>();
        String from = after;
        int size = PAGE;
        for (int i = 0; i < TIMES; i++) {
            List<Promise> read = promises.page(lists, from, asked.until(), size);
            read.stream().filter(promise -> shows(promise, asked.queue(), viewer)).limit(PAGE - shown.size()).forEach(
                    shown::add);
            if (shown.size() == PAGE) {
                return new Page(shown, Promises.cursor(shown.getLast()));
            }
            if (read.size() < size) {
                return new Page(shown, null);
            }
            from = Promises.cursor(read.getLast());
            size = ON;
        }
        return new Page(shown, shown.isEmpty() ? null : Promises.cursor(shown.getLast()));
    }

    private boolean shows(Promise promise, @Nullable String wanted, Viewer viewer) {
        QueueId queue = Optional.ofNullable(promise.queue()).map(QueueId::new).orElse(QueueId.MAIN);
        return access.canSee(viewer, queue) && (wanted == null || wanted.equals(queue.value()));
    }

    /// @param wanted a state; `active`: open, due soon and late; `due`: open and due soon; `waits`: for somebody else; `all`
    /// @param owner  whose they are; everybody's if none is given
    /// @param queue  whose they are; those of every queue the viewer may see if none is given
    /// @return the lists; none if there is nothing the viewer may see
    List<String> of(String wanted, @Nullable String owner, @Nullable String queue, Viewer viewer) {
        List<String> prefixes = prefixes(owner, queue, viewer);
        return kinds(wanted).flatMap(kind -> prefixes.stream().map(prefix -> prefix + kind)).toList();
    }

    private List<String> prefixes(@Nullable String owner, @Nullable String queue, Viewer viewer) {
        if (owner != null) {
            return List.of("owner:" + owner + ":");
        }
        if (queue != null) {
            return access.canSee(viewer, new QueueId(queue)) ? List.of("queue:" + queue + ":") : List.of();
        }
        return switch (access.visible(viewer)) {
            case Queues.All every -> List.of("");
            case Queues.Only only -> only.queues().stream().map(one -> "queue:" + one + ":").sorted().toList();
        };
    }

    private static Stream<String> kinds(String wanted) {
        return switch (wanted) {
            case WAITS -> Stream.of(WAITS);
            case "all" -> Arrays.stream(PromiseState.values()).filter(state -> state != PromiseState.WITHDRAWN).map(
                    PromiseState::wire);
            case "active" -> Arrays.stream(PromiseState.values()).filter(PromiseState::active).map(PromiseState::wire);
            case "due" -> Stream.of(PromiseState.OPEN.wire(), PromiseState.DUE_SOON.wire());
            default -> Stream.of(PromiseState.of(wanted).map(PromiseState::wire).orElseThrow(
                    () -> ProblemException.field("unknown-state", "state", "A promise is open, due-soon, late, kept,"
                            + " kept-late or released; or ask for active, due, waits or all.")));
        };
    }
}
