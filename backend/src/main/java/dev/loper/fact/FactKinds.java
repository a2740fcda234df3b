package dev.loper.fact;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.loper.redis.KeptList;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    private final KeptList<Defined> defined;

    FactKinds(RedisStore store, RedisKeys keys, Clock clock) {
        defined = new KeptList<>(store, clock, keys.of(Family.FACT_KINDS), MOST, Defined::of);
    }

    /// Kinds of one's own, with the questions that ask for any kind: their patterns are costly to make.
    private record Defined(List<FactKind> kinds, Questions questions) {

        static Defined of(Map<String, String> kept) {
            List<FactKind> kinds = kept.entrySet().stream().flatMap(
                    entry -> kind(entry.getKey(), entry.getValue()).stream()).sorted(
                            Comparator.comparing(kind -> kind.name().en())).toList();
            return new Defined(kinds, Questions.of(kinds));
        }
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
        return defined.recent().kinds();
    }

    /// The questions that ask for any kind.
    Questions questions() {
        return defined.recent().questions();
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

    /// Of those an administrator defined: id → version.
    Map<String, String> versions() {
        return defined.versions();
    }

    /// @param replaces the version it replaces; none writes it whatever there is
    KeptList.Saved save(String id, Stored kind, @Nullable String replaces) {
        return defined.save(id, RedisJson.write(kind), replaces);
    }

    /// @return whether there was one
    boolean remove(String id) {
        return defined.remove(id);
    }
}
