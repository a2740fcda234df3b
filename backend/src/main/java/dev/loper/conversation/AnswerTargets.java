package dev.loper.conversation;

import dev.loper.access.QueueId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says until when an answer is due in each queue. The routing module provides it.
@FunctionalInterface
public interface AnswerTargets {

    /// No queue has a target.
    AnswerTargets NONE = since -> Map.of();

    /// The moments of every queue that has a target, for a customer who waits since then.
    Map<QueueId, Moments> since(Instant since);

    /// @param first for the first answer in a topic; none if that has no target
    /// @param next  for every later one
    record Moments(@Nullable Due first, @Nullable Due next) {}

    /// @param warn when it is due soon, before `due`
    record Due(Instant warn, Instant due) {}

    /// The same as the scripts read it, in milliseconds.
    default Map<String, Map<String, Map<String, Long>>> facts(Instant since) {
        Map<String, Map<String, Map<String, Long>>> facts = new HashMap<>();
        since(since).forEach((queue, moments) -> {
            Map<String, Map<String, Long>> both = new HashMap<>();
            put(both, "first", moments.first());
            put(both, "next", moments.next());
            facts.put(queue.value(), both);
        });
        return facts;
    }

    private static void put(Map<String, Map<String, Long>> facts, String kind, @Nullable Due moments) {
        if (moments != null) {
            facts.put(kind, Map.of("warn", moments.warn().toEpochMilli(), "due", moments.due().toEpochMilli()));
        }
    }
}
