package dev.loper.identity;

import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The journal of deeds. `rehome.lua` writes it, in the step that does the deed.
@Component
class RedisDeeds {

    private final RedisStore store;
    private final RedisKeys keys;

    RedisDeeds(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    Optional<Deed> find(DeedId id) {
        String kept = store.with(redis -> redis.hget(keys.of(Family.DEEDS), id.value()));
        return Optional.ofNullable(kept).map(found -> read(id, found));
    }

    /// A deed as it is kept behind its mark.
    static String write(Deed deed) {
        return RedisJson.write(new Stored(deed.kind().name().toLowerCase(Locale.ROOT), party(deed.from()),
                party(deed.to()), deed.homes().stream().map(HomeId::value).toList(),
                deed.origin().entrySet().stream().collect(
                        Collectors.toMap(entry -> entry.getKey().value(), entry -> entry.getValue().value())),
                deed.fields(), deed.by(), deed.at().toEpochMilli(),
                deed.undone() == null ? null : deed.undone().by(),
                deed.undone() == null ? null : deed.undone().at().toEpochMilli()));
    }

    private static Deed read(DeedId id, String kept) {
        int space = kept.indexOf(' ');
        Stored stored = RedisJson.read(kept.substring(space + 1), Stored.class);
        Author undoneBy = stored.undoneBy();
        return new Deed(id, new EntryId(kept.substring(0, space)),
                Deed.Kind.valueOf(stored.kind().toUpperCase(Locale.ROOT)), party(stored.from()), party(stored.to()),
                stored.homes().stream().map(HomeId::new).toList(),
                stored.origin().entrySet().stream().collect(Collectors.toMap(
                        entry -> new HomeId(entry.getKey()), entry -> new CustomerId(entry.getValue()))),
                stored.fields(), stored.by(), Instant.ofEpochMilli(stored.at()),
                undoneBy == null || stored.undoneAt() == null
                        ? null
                        : new Deed.Undone(undoneBy, Instant.ofEpochMilli(stored.undoneAt())));
    }

    private static Stored.Party party(Deed.Party party) {
        return new Stored.Party(party.id().value(), party.name());
    }

    private static Deed.Party party(Stored.Party party) {
        return new Deed.Party(new CustomerId(party.id()), party.name());
    }

    private record Stored(String kind, Party from, Party to, List<String> homes, Map<String, String> origin,
            Map<String, Deed.Chosen> fields, Author by, long at, @Nullable Author undoneBy, @Nullable Long undoneAt) {

        record Party(String id, String name) {}
    }
}
