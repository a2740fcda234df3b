package dev.loper.promise;

import dev.loper.access.QueueId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The open promises of some queues, for whoever watches over them: how many, and those with the earliest moments.
@Component
public class PromisesAhead {

    private static final List<PromiseState> OPEN = List.of(PromiseState.LATE, PromiseState.DUE_SOON, PromiseState.OPEN);

    private final Promises promises;

    PromisesAhead(Promises promises) {
        this.promises = promises;
    }

    /// @param items the earliest moment first
    public record Ahead(long late, long soon, long later, List<Promise> items) {}

    /// @param most promises that are read; all are counted
    public Ahead of(Collection<QueueId> queues, int most) {
        if (queues.isEmpty()) {
            return new Ahead(0, 0, 0, List.of());
        }
        return new Ahead(count(queues, PromiseState.LATE), count(queues, PromiseState.DUE_SOON),
                count(queues, PromiseState.OPEN),
                promises.page(OPEN.stream().flatMap(state -> lists(queues, state)).toList(), "", null, most));
    }

    private long count(Collection<QueueId> queues, PromiseState state) {
        return promises.count(lists(queues, state).toList(), null);
    }

    private static Stream<String> lists(Collection<QueueId> queues, PromiseState state) {
        return queues.stream().map(queue -> "queue:" + queue + ":" + state.wire());
    }
}
