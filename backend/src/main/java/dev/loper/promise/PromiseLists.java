package dev.loper.promise;

import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Viewer;
import dev.loper.web.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which lists of promises somebody reads when they ask for some: whoever works in every queue reads one of a kind, others
/// those of their queues.
@Component
class PromiseLists {

    private static final String WAITS = "waits";

    private final Access access;

    PromiseLists(Access access) {
        this.access = access;
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
