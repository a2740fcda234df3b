package dev.loper.redis;

import java.time.Instant;

/// Something that is to happen at a moment, as it stands in the timers.
///
/// @param kind    which [TimerEffect] it has
/// @param id      of the record it is about
/// @param version of that record when it was set: of a record that has changed since, it means nothing any more
/// @param due     when, to the millisecond
public record Timer(String kind, String id, String version, Instant due) {

    static Timer of(String member, double score) {
        String[] parts = member.split("\\|", 3);
        return new Timer(parts[0], parts[1], parts[2], Instant.ofEpochMilli((long) score));
    }

    /// As it stands in the sorted set; what an effect's script removes.
    public String member() {
        return kind + "|" + id + "|" + version;
    }
}
