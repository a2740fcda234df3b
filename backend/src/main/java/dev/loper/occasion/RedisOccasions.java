package dev.loper.occasion;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.fact.FactDay;
import dev.loper.message.HomeId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who saw to which occasion. It is kept with the home thread, so that it is known still when customers were joined or taken
/// apart.
@Component
class RedisOccasions implements Remains {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final LuaScript SEE = LuaScript.load("occasion-see");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;

    RedisOccasions(RedisStore store, RedisKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    private record Stored(String by, String byName, long at, String how) {

        Occasion.Done done() {
            return new Occasion.Done(by, byName, Instant.ofEpochMilli(at), how);
        }
    }

    private static String field(HomeId home, String kind) {
        return home.value() + "|" + kind;
    }

    /// The last one is where an earlier version kept it.
    private static List<String> fields(Conversation conversation, String kind) {
        return Stream.concat(conversation.homes().stream().map(home -> field(home, kind)), Stream.of(
                conversation.id().value() + "|" + kind)).toList();
    }

    /// What became of the days of some customers in a year: of these alone, however many others there were.
    Done done(int year, Collection<Conversation> conversations) {
        List<String> wanted = conversations.stream().flatMap(conversation -> FactDay.KINDS.stream().flatMap(
                kind -> fields(conversation, kind).stream())).distinct().toList();
        if (wanted.isEmpty()) {
            return new Done(Map.of());
        }
        List<String> found = store.with(redis -> redis.hmget(keys.occasionsDone(year), wanted.toArray(
                String[]::new)));
        Map<String, Occasion.Done> done = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String json = found.get(i);
            if (json != null) {
                done.put(wanted.get(i), RedisJson.read(json, Stored.class).done());
            }
        }
        return new Done(done);
    }

    /// What became of the days of a year.
    record Done(Map<String, Occasion.Done> byField) {

        Occasion.@Nullable Done of(Conversation conversation, String kind) {
            return fields(conversation, kind).stream().flatMap(field -> Stream.ofNullable(byField.get(
                    field))).findFirst().orElse(null);
        }
    }

    /// @return false if somebody else saw to it before, and nothing was changed: nobody gets two bunches of flowers
    boolean seen(Occasion occasion, Occasion.Done done) {
        return "seen".equals(run(occasion, done.by(), RedisJson.write(new Stored(done.by(), done.byName(),
                done.at().toEpochMilli(), done.how()))));
    }

    void again(Occasion occasion) {
        run(occasion, "", "");
    }

    private String run(Occasion occasion, String by, String body) {
        List<String> args = new ArrayList<>(List.of(occasion.conversation().id().value(), by, body, String.valueOf(
                KEPT.toSeconds())));
        args.addAll(fields(occasion.conversation(), occasion.kind()));
        return String.valueOf(store.run(SEE, List.of(keys.occasionsDone(occasion.date().getYear()), keys.of(
                Family.CLOCK), keys.of(Family.FEED)), args).getFirst());
    }

    @Override
    public void of(Erased erased, Removal removal) {
        int now = clock.instant().atZone(ZoneOffset.UTC).getYear();
        for (int year = now - 1; year <= now + 1; year++) {
            String key = keys.occasionsDone(year);
            FactDay.KINDS.forEach(kind -> removal.fields(key, fields(erased.conversation(), kind)));
        }
    }
}
