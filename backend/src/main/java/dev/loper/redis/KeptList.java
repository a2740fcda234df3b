package dev.loper.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    /// @param body its JSON
    /// @return false if there are as many as there may be
    public boolean save(String id, String body) {
        return run(List.of(key), List.of(id, body, String.valueOf(most)));
    }

    /// @return whether there was one
    public boolean remove(String id) {
        return run(List.of(key), List.of(id, "", String.valueOf(most)));
    }

    /// Takes it away with what is kept of it elsewhere.
    ///
    /// @param beside another hash @param fields of it, that go along
    /// @return whether there was one
    public boolean remove(String id, String beside, List<String> fields) {
        List<String> args = new ArrayList<>(List.of(id, "", String.valueOf(most)));
        args.addAll(fields);
        return run(List.of(key, beside), args);
    }

    private boolean run(List<String> keys, List<String> args) {
        Object answer = store.run(SAVE, keys, args).getFirst();
        Read<V> before = read;
        read = new Read<>(before.kept(), before.value(), Instant.MIN);
        return answer.equals("saved");
    }
}
