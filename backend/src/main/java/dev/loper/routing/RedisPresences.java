package dev.loper.routing;

import dev.loper.access.Presence;
import dev.loper.access.Presence.State;
import dev.loper.access.Presences;
import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// How people stand, in Redis, for all nodes together.
///
/// What was said lies in one hash; which people have a screen open, in a sorted set by when that lapses. Every node renews
/// its own people's time every few seconds, so that whoever's last screen is gone, or whose node died, is offline soon
/// after.
@Component
class RedisPresences implements Presences {

    private static final LuaScript SAY = LuaScript.load("presence-say");
    private static final LuaScript BEAT = LuaScript.load("presence-beat");
    private static final int AT_ONCE = 500;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;
    private final PresenceProperties properties;
    private final CoverProperties cover;

    RedisPresences(RedisStore store, RedisKeys keys, Clock clock, PresenceProperties properties,
            CoverProperties cover) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.properties = properties;
        this.cover = cover;
    }

    @Override
    public Map<PersonId, Presence> of(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        String[] ids = people.stream().map(PersonId::value).distinct().toArray(String[]::new);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Response<List<String>> said = pipeline.hmget(keys.of(Family.PRESENCE), ids);
                Response<List<Double>> lapse = pipeline.zmscore(keys.of(Family.SCREENS), ids);
                pipeline.sync();
                return presences(ids, said.get(), lapse.get());
            }
        });
    }

    private Map<PersonId, Presence> presences(String[] ids, List<String> said, List<Double> lapses) {
        Instant now = clock.instant();
        Map<PersonId, Presence> found = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            @Nullable
            Double lapse = lapses.get(i);
            boolean connected = lapse != null && lapse > now.toEpochMilli();
            @Nullable
            String text = said.get(i);
            found.put(new PersonId(ids[i]), text == null
                    ? Presence.OFFLINE
                    : RedisJson.read(text, Said.class).presence(connected, now));
        }
        return found;
    }

    /// Says how somebody stands from now on.
    void say(PersonId person, Said said) {
        store.run(SAY, List.of(keys.of(Family.PRESENCE), keys.of(Family.SCREENS), keys.of(Family.TIMERS), keys.of(
                Family.CLOCK), keys.of(Family.FEED)),
                List.of(person.value(), RedisJson.write(said), millis(), Long.toString(cover.after().toMillis())));
    }

    /// Since when somebody is not here, if they are not. Whose screens have just lapsed is here until that is noticed.
    Optional<Said.Absence> absence(PersonId person) {
        @Nullable
        String text = store.with(redis -> redis.hget(keys.of(Family.PRESENCE), person.value()));
        return Optional.ofNullable(text).flatMap(said -> RedisJson.read(said, Said.class).absence(clock.instant()));
    }

    /// Renews the time of people who have a screen open, and notices who came, who is gone and who does nothing.
    ///
    /// @param lastInputs when each last typed or clicked, as far as this node knows
    void beat(Map<PersonId, Instant> lastInputs) {
        List<String> pairs = new ArrayList<>();
        lastInputs.forEach((person, input) -> {
            pairs.add(person.value());
            pairs.add(Long.toString(input.toEpochMilli()));
        });
        for (int from = 0; from == 0 || from < pairs.size(); from += 2 * AT_ONCE) {
            beat(pairs.subList(from, Math.min(pairs.size(), from + 2 * AT_ONCE)));
        }
    }

    private void beat(List<String> pairs) {
        long idle = properties.idle().toMillis();
        List<String> args = new ArrayList<>(
                List.of(millis(), Long.toString(clock.millis() + properties.lapse().toMillis()),
                        Long.toString(idle), Long.toString(cover.after().toMillis())));
        args.addAll(pairs);
        store.run(BEAT, List.of(keys.of(Family.PRESENCE), keys.of(Family.SCREENS), keys.of(Family.INPUTS), keys.of(
                Family.CLOCK), keys.of(Family.FEED), keys.of(Family.TIMERS)), args);
    }

    /// The state in which somebody comes to work.
    Said fresh() {
        return new Said(State.ONLINE, null, null, null, clock.millis());
    }

    private String millis() {
        return Long.toString(clock.millis());
    }
}
