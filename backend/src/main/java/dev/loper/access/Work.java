package dev.loper.access;

import dev.loper.message.ChannelKind;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody does here, as whoever gives out the work must know it.
///
/// @param speaks   the languages they answer customers in, as ISO 639-1 codes such as `nl`; not that of their screen
/// @param capacity how many topics of a channel they take at a time, where it is another number than everybody's
/// @param cover    who takes over when they leave or are absent
/// @param phone    the number at which they take calls, in E.164 form; none if they take none
public record Work(Set<String> speaks, Map<ChannelKind, Integer> capacity, Cover cover,
        @Nullable String phone) {

    /// Nothing is known yet: whoever waits for somebody who is not here waits in the queue.
    public static final Work UNKNOWN = new Work(Set.of(), Map.of(), new Cover.Queue(), null);

    public Work {
        speaks = Set.copyOf(speaks);
        capacity = Map.copyOf(capacity);
    }

    Work speaking(Set<String> languages) {
        return new Work(languages, capacity, cover, phone);
    }

    Work taking(Map<ChannelKind, Integer> most) {
        return new Work(speaks, most, cover, phone);
    }

    Work coveredBy(Cover next) {
        return new Work(speaks, capacity, next, phone);
    }

    Work reachedAt(@Nullable String number) {
        return new Work(speaks, capacity, cover, number);
    }
}
