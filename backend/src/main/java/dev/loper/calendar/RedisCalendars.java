package dev.loper.calendar;

import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calendars in Redis: one hash, its bodies compared and changed by a script.
@Component
class RedisCalendars {

    private static final LuaScript CHANGE = LuaScript.load("calendar-change");
    private static final int MOST = 200;

    /// A calendar as it lies in Redis.
    private record Body(long version, CalendarForm calendar) {}

    private final RedisStore store;
    private final RedisKeys keys;

    RedisCalendars(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    Map<CalendarId, Kept> all() {
        return store.with(redis -> redis.hgetAll(keys.of(Family.CALENDARS))).entrySet().stream().map(
                entry -> read(new CalendarId(entry.getKey()), entry.getValue())).collect(
                        Collectors.toMap(
                                kept -> kept.calendar().id(), Function.identity()));
    }

    /// Writes a calendar.
    ///
    /// @param version of the one it replaces; 0 if there was none
    SaveResult save(BusinessCalendar calendar, long version) {
        String before = body(calendar.id());
        if (version != versionOf(calendar.id(), before)) {
            return new SaveResult.Stale();
        }
        Kept kept = new Kept(calendar, version + 1);
        return switch (change(calendar.id(), before,
                RedisJson.write(new Body(kept.version(), CalendarForm.of(calendar))))) {
            case "changed" -> new SaveResult.Saved(kept);
            case "stale" -> new SaveResult.Stale();
            case "full" -> new SaveResult.Full(MOST);
            default -> throw new IllegalStateException("calendar-change has no such answer.");
        };
    }

    /// Removes a calendar, whatever its version.
    ///
    /// @return what it was; empty if there was none
    Optional<Kept> remove(CalendarId id) {
        for (String before = body(id); before != null; before = body(id)) {
            if (change(id, before, "").equals("changed")) {
                return Optional.of(read(id, before));
            }
        }
        return Optional.empty();
    }

    private String change(CalendarId id, @Nullable String before, String after) {
        return String.valueOf(store.run(CHANGE, List.of(keys.of(Family.CALENDARS), keys.of(Family.QUEUES)),
                List.of(id.value(), before == null
                        ? ""
                        : before, after, String.valueOf(MOST))).getFirst());
    }

    private @Nullable String body(CalendarId id) {
        return store.with(redis -> redis.hget(keys.of(Family.CALENDARS), id.value()));
    }

    private static long versionOf(CalendarId id, @Nullable String body) {
        return body == null ? 0 : read(id, body).version();
    }

    private static Kept read(CalendarId id, String json) {
        Body body = RedisJson.read(json, Body.class);
        return new Kept(body.calendar().calendar(id), body.version());
    }
}
