package dev.loper.promise;

import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.promise.PromiseKeeping.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Reads what customers added on the pages of promises, where it lies: on the timeline. What was erased there or went to
/// another customer is nobody's to read here.
@Component
class PromiseAdditions {

    private final Timeline timeline;

    PromiseAdditions(Timeline timeline) {
        this.timeline = timeline;
    }

    /// @param words as the customer wrote them
    record Addition(Instant at, String words) {}

    /// Oldest first: the newest of them, as many as a promise remembers.
    List<Addition> of(Promise promise, Place place) {
        return promise.added().isEmpty()
                ? List.of()
                : place.conversation().homes().stream().flatMap(
                        home -> timeline.find(in(home, promise)).stream()).filter(
                                entry -> isAddition(entry, promise)).sorted(Comparator.comparing(Entry::at)).map(
                                        entry -> new Addition(entry.at(), entry.body().text())).toList();
    }

    private static Map<EntryId, HomeId> in(HomeId home, Promise promise) {
        return promise.added().stream().collect(Collectors.toMap(Function.identity(), entry -> home));
    }

    private static boolean isAddition(Entry entry, Promise promise) {
        EntryBody.Event event = entry.body().event();
        return promise.id().value().equals(entry.promise()) && event != null && event.kind().equals("added");
    }
}
