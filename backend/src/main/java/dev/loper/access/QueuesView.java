package dev.loper.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The queues somebody works in, as the API takes and gives them.
///
/// @param every whether they work in every queue, also in those still to be made
/// @param only  else their role in each queue, `agent` or `supervisor`, by the queue's id
public record QueuesView(@Nullable Boolean every,
        @Nullable @Size(max = 200) Map<@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}", message = "is not a queue's id") String, @NotNull Role> only) {

    static QueuesView of(Queues queues) {
        return switch (queues) {
            case Queues.All every -> new QueuesView(true, null);
            case Queues.Only some -> new QueuesView(false, some.roles().entrySet().stream().collect(
                    Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue, (one, other) -> one,
                            TreeMap::new)));
        };
    }

    Queues queues() {
        if (Boolean.TRUE.equals(every)) {
            return Queues.all();
        }
        return new Queues.Only(Optional.ofNullable(only).orElse(Map.of()).entrySet().stream().collect(
                Collectors.toMap(entry -> new QueueId(entry.getKey()), Map.Entry::getValue)));
    }

    /// As the audit tells it.
    static String words(Queues queues) {
        return switch (queues) {
            case Queues.All every -> "every queue";
            case Queues.Only some -> some.roles().entrySet().stream().map(
                    entry -> entry.getKey() + " (" + entry.getValue().word() + ")").sorted().collect(
                            Collectors.joining(", ", "", some.roles().isEmpty() ? "no queue" : ""));
        };
    }
}
