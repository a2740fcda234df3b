package dev.loper.routing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A queue as the API gives it.
///
/// @param automatic whether what waits is given to people who are free
/// @param main  whether it takes what no rule puts elsewhere
/// @param rules what feeds it; only administrators are told
record QueueView(String id, String name, Map<String, String> names, @Nullable String brand, List<String> languages,
        @Nullable String calendar, ServiceTargets targets, int position, @Nullable List<FeedRule> rules, boolean active,
        boolean automatic,
        boolean main,
        long version) {

    static QueueView of(Queue queue, boolean withRules) {
        return new QueueView(queue.id().value(), queue.name(), queue.names(), queue.brand(), queue.languages(),
                queue.calendar(), queue.targets(), queue.position(), withRules ? queue.rules() : null, queue.active(),
                queue.automatic(),
                queue.isMain(),
                queue.version());
    }

    /// A queue this person may send topics to, and not look into.
    record Ref(String id, String name, Map<String, String> names) {

        static Ref of(Queue queue) {
            return new Ref(queue.id().value(), queue.name(), queue.names());
        }
    }
}
