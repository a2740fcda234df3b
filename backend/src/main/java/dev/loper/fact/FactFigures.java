package dev.loper.fact;

import dev.loper.message.EntryId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Counts, a day (UTC), the questions asked and those whose answer was known: by channel, queue and team.
@Component
class FactFigures {

    private static final Duration REMEMBERED = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(400);
    private static final LuaScript COUNT = LuaScript.load("fact-count");

    private final RedisFacts reads;
    private final RedisStore store;
    private final RedisKeys keys;

    FactFigures(RedisFacts reads, RedisStore store, RedisKeys keys) {
        this.reads = reads;
        this.store = store;
        this.keys = keys;
    }

    /// Under what a question is counted: `channel`, `queue` or `team`.
    record Under(String dimension, String id) {}

    /// @param asked    questions that ask for a fact
    /// @param repeated those of them whose answer was known
    record Figure(Under under, long asked, long repeated) {}

    /// Counts an answer's questions, once.
    void count(EntryId entry, Instant at, long asked, long repeated, List<Under> under) {
        String day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        List<String> args = new ArrayList<>(List.of(entry.value(), String.valueOf(REMEMBERED.toSeconds()),
                String.valueOf(KEPT.toSeconds())));
        under.forEach(one -> {
            args.addAll(List.of("asked|" + one.dimension() + "|" + one.id(), String.valueOf(asked)));
            if (repeated > 0) {
                args.addAll(List.of("repeated|" + one.dimension() + "|" + one.id(), String.valueOf(repeated)));
            }
        });
        store.run(COUNT, List.of(keys.factCounted(day), keys.factFigures(day)), args);
    }

    /// The figures of a day.
    List<Figure> of(LocalDate day) {
        Map<String, String> fields = reads.figures(day);
        Map<String, Figure> found = new TreeMap<>();
        fields.forEach((field, value) -> {
            String[] parts = field.split("\\|", 3);
            Figure before = found.getOrDefault(parts[1] + "|" + parts[2],
                    new Figure(new Under(parts[1], parts[2]), 0, 0));
            long many = Long.parseLong(value);
            found.put(parts[1] + "|" + parts[2], "asked".equals(parts[0])
                    ? new Figure(before.under(), many, before.repeated())
                    : new Figure(before.under(), before.asked(), many));
        });
        return List.copyOf(found.values());
    }
}
