package dev.loper.identity;

import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
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

/// The journal of deeds. `rehome.lua` and `relocate.lua` write it, in the step that does the deed.
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
                deed.undone() == null ? null : deed.undone().at().toEpochMilli(), write(deed.move())));
    }

    private static Stored.@Nullable Move write(Deed.@Nullable Move move) {
        return move == null
                ? null
                : new Stored.Move(move.source().value(), move.whole(), move.home().value(), move.fresh(), move.title(),
                        move.entries().entrySet().stream().collect(Collectors.toMap(
                                entry -> entry.getKey().value(), entry -> entry.getValue().value())));
    }

    private static Deed.@Nullable Move read(Stored.@Nullable Move move, @Nullable TopicId began) {
        return move == null
                ? null
                : new Deed.Move(new TopicId(move.source()), move.whole(), new HomeId(move.home()), began, move.fresh(),
                        move.title(), move.entries().entrySet().stream().collect(Collectors.toMap(
                                entry -> new EntryId(entry.getKey()), entry -> new HomeId(entry.getValue()))));
    }

    private static Deed read(DeedId id, String kept) {
        int space = kept.indexOf(' ');
        Stored stored = RedisJson.read(kept.substring(space + 1), Stored.class);
        Author undoneBy = stored.undoneBy();
        String[] head = kept.substring(0, space).split(":", 2);
        return new Deed(id, new EntryId(head[0]),
                Deed.Kind.valueOf(stored.kind().toUpperCase(Locale.ROOT)), party(stored.from()), party(stored.to()),
                stored.homes().stream().map(HomeId::new).toList(),
                stored.origin().entrySet().stream().collect(Collectors.toMap(
                        entry -> new HomeId(entry.getKey()), entry -> new CustomerId(entry.getValue()))),
                stored.fields(), stored.by(), Instant.ofEpochMilli(stored.at()),
                undoneBy == null || stored.undoneAt() == null
                        ? null
                        : new Deed.Undone(undoneBy, Instant.ofEpochMilli(stored.undoneAt())),
                read(stored.move(), head.length == 1 ? null : new TopicId(head[1])));
    }

    private static Stored.Party party(Deed.Party party) {
        return new Stored.Party(party.id().value(), party.name());
    }

    private static Deed.Party party(Stored.Party party) {
        return new Deed.Party(new CustomerId(party.id()), party.name());
    }

    private record Stored(String kind, Party from, Party to, List<String> homes, Map<String, String> origin,
            Map<String, Deed.Chosen> fields, Author by, long at, @Nullable Author undoneBy, @Nullable Long undoneAt,
            @Nullable Move move) {

        record Party(String id, String name) {}

        record Move(String source, boolean whole, String home, boolean fresh, String title,
                Map<String, String> entries) {}
    }
}
