package dev.loper.fact;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The kinds of facts: those there always are, and those an administrator defined. Every node reads the latter again after
/// two seconds, because every message asks for them.
@Component
class FactKinds {

    /// Kinds an administrator can define: each is looked for in every message.
    static final int MOST = 50;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final LuaScript SAVE = LuaScript.load("fact-kind-save");

    private final RedisFacts reads;
    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;
    private volatile Read read = Read.NOTHING;

    FactKinds(RedisFacts reads, RedisStore store, RedisKeys keys, Clock clock) {
        this.reads = reads;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    private record Read(List<FactKind> kinds, Questions questions, Instant at) {

        static final Read NOTHING = new Read(List.of(), Questions.of(List.of()), Instant.MIN);
    }

    /// A kind as it is kept.
    record Stored(String nl, String en, @Nullable String pattern, List<String> asksNl, List<String> asksEn) {

        FactKind kind(String id) {
            return new FactKind(id, new FactKind.Words(nl, en), pattern == null ? null : Pattern.compile(pattern),
                    new FactKind.Asking(asksNl, asksEn));
        }
    }

    /// Those an administrator defined.
    List<FactKind> defined() {
        return read().kinds();
    }

    /// The questions that ask for any kind.
    Questions questions() {
        return read().questions();
    }

    private Read read() {
        Instant now = clock.instant();
        Read before = read;
        if (!before.at().plus(FRESH).isBefore(now)) {
            return before;
        }
        List<FactKind> kinds = load();
        // Patterns are costly to make, and seldom others.
        boolean same = kinds.stream().map(Shown::of).toList().equals(before.kinds().stream().map(Shown::of).toList());
        Read fresh = new Read(same ? before.kinds() : kinds, same ? before.questions() : Questions.of(kinds), now);
        read = fresh;
        return fresh;
    }

    /// What makes a kind the one it is: patterns are compared by how they are written.
    private record Shown(String id, FactKind.Words name, String pattern, FactKind.Asking questions) {

        static Shown of(FactKind kind) {
            return new Shown(kind.id(), kind.name(), String.valueOf(kind.pattern()), kind.questions());
        }
    }

    private List<FactKind> load() {
        return reads.kinds().entrySet().stream().flatMap(
                entry -> kind(entry.getKey(), entry.getValue()).stream()).sorted(
                        Comparator.comparing(kind -> kind.name().en())).toList();
    }

    /// A pattern that a later version of the engine no longer takes finds nothing, and stops nobody.
    private static Optional<FactKind> kind(String id, String json) {
        try {
            return Optional.of(RedisJson.read(json, Stored.class).kind(id));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    List<FactKind> all() {
        return Stream.concat(BuiltIn.kinds().stream(), defined().stream()).toList();
    }

    Optional<FactKind> byId(String id) {
        return all().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// @return false if there are as many as there may be
    boolean save(String id, Stored kind) {
        boolean saved = run(id, RedisJson.write(kind)).equals("saved");
        read = Read.NOTHING;
        return saved;
    }

    /// @return whether there was one
    boolean remove(String id) {
        boolean removed = run(id, "").equals("saved");
        read = Read.NOTHING;
        return removed;
    }

    private String run(String id, String body) {
        return (String) store.run(SAVE, List.of(keys.of(Family.FACT_KINDS)),
                List.of(id, body, String.valueOf(MOST))).getFirst();
    }
}
