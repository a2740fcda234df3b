package dev.loper.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A short list that administrators look after, kept as a hash of id → JSON. Every node has it at hand and reads it again after two
/// seconds, because everything that comes in asks for it.
///
/// @param <V> what is made of it
public final class KeptList<V> {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final LuaScript SAVE = LuaScript.load("list-save");

    private final RedisStore store;
    private final Clock clock;
    private final String key;
    private final int most;
    private final Function<Map<String, String>, V> reader;
    private volatile Read<V> read;

    /// @param kept what the value was made of
    private record Read<V>(Map<String, String> kept, V value, Instant at) {}

    /// @param key    of the hash
    /// @param most   how many there may be: each is looked at for whatever comes in
    /// @param reader makes of the hash what is asked for; again only when something changed, so it may be costly
    public KeptList(RedisStore store, Clock clock, String key, int most, Function<Map<String, String>, V> reader) {
        this.store = store;
        this.clock = clock;
        this.key = key;
        this.most = most;
        this.reader = reader;
        this.read = new Read<>(Map.of(), reader.apply(Map.of()), Instant.MIN);
    }

    /// As it is now.
    public V now() {
        Instant now = clock.instant();
        Read<V> before = read;
        Map<String, String> kept = store.with(redis -> redis.hgetAll(key));
        Read<V> fresh = new Read<>(kept, kept.equals(before.kept()) ? before.value() : reader.apply(kept), now);
        read = fresh;
        return fresh.value();
    }

    /// As it was two seconds ago at the most; what was changed here counts at once.
    public V recent() {
        Read<V> known = read;
        return known.at().plus(FRESH).isAfter(clock.instant()) ? known.value() : now();
    }

    /// What became of saving one.
    public enum Saved {
        /// It is as it was given.
        SAVED,
        /// There are as many as there may be.
        FULL,
        /// It is not, or no longer, the one it was to replace.
        CHANGED
    }

    /// @param body     its JSON
    /// @param replaces the [KeptVersion] it replaces; none writes it whatever there is
    public Saved save(String id, String body, @Nullable String replaces) {
        String answer = run(List.of(key), List.of(id, body, String.valueOf(most), replaces == null ? "" : replaces));
        return switch (answer) {
            case "saved" -> Saved.SAVED;
            case "full" -> Saved.FULL;
            case "changed" -> Saved.CHANGED;
            default -> throw new IllegalStateException("list-save has no such answer: " + answer);
        };
    }

    /// Id → [KeptVersion] of each, as it is now. Asked for before them, it is never of later ones than they are.
    public Map<String, String> versions() {
        now();
        return read.kept().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> KeptVersion.of(one.getValue())));
    }

    /// @return whether there was one
    public boolean remove(String id) {
        return run(List.of(key), List.of(id, "", String.valueOf(most))).equals("saved");
    }

    /// Takes it away with what is kept of it elsewhere.
    ///
    /// @param beside another hash @param fields of it, that go along
    /// @return whether there was one
    public boolean remove(String id, String beside, List<String> fields) {
        List<String> args = new ArrayList<>(List.of(id, "", String.valueOf(most)));
        args.addAll(fields);
        return run(List.of(key, beside), args).equals("saved");
    }

    private String run(List<String> keys, List<String> args) {
        String answer = (String) store.run(SAVE, keys, args).getFirst();
        Read<V> before = read;
        read = new Read<>(before.kept(), before.value(), Instant.MIN);
        return answer;
    }
}
