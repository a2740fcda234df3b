package dev.loper.access;

import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// [Work] as it is kept in Redis and as the API gives and takes it.
///
/// @param speaks   languages
/// @param capacity topics at a time, by channel
/// @param cover    `queue`, a person's id behind `person:`, or nothing
/// @param phone    E.164
record WorkBody(@Nullable Set<String> speaks, @Nullable Map<String, Integer> capacity, @Nullable String cover,
        @Nullable String phone) {

    private static final String QUEUE = "queue";
    private static final String PERSON = "person:";

    static WorkBody of(Work work) {
        return new WorkBody(work.speaks(), capacity(work), cover(work.cover()), work.phone());
    }

    Work work() {
        return new Work(
                speaks == null ? Set.of() : speaks, capacity == null
                        ? Map.of()
                        : capacity.entrySet().stream().collect(
                                Collectors.toMap(entry -> ChannelKind.of(entry.getKey()), Map.Entry::getValue)),
                cover(cover), phone);
    }

    static Map<String, Integer> capacity(Work work) {
        return work.capacity().entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().wire(),
                Map.Entry::getValue));
    }

    static @Nullable String cover(Cover cover) {
        return switch (cover) {
            case Cover.Undecided nobody -> null;
            case Cover.Queue queue -> QUEUE;
            case Cover.By(PersonId person) -> PERSON + person;
        };
    }

    static Cover cover(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new Cover.Undecided();
        }
        return text.equals(QUEUE) ? new Cover.Queue() : new Cover.By(new PersonId(text.substring(PERSON.length())));
    }
}
