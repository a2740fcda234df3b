package dev.loper.routing;

import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells the screens when the moment has come at which somebody expected to be back.
///
/// Whoever has no screen open is offline from then on; whoever has one stays away until they say otherwise. Neither is back: who
/// took over goes on.
@Component
class ReturnTimer implements TimerEffect {

    private static final LuaScript RETURN = LuaScript.load("presence-return");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;
    private final CoverProperties cover;

    ReturnTimer(RedisStore store, RedisKeys keys, Clock clock, CoverProperties cover) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.cover = cover;
    }

    @Override
    public String kind() {
        return "return";
    }

    @Override
    public void fire(Timer timer) {
        store.run(RETURN, List.of(keys.of(Family.PRESENCE), keys.of(Family.SCREENS), keys.of(Family.TIMERS), keys.of(
                Family.CLOCK), keys.of(Family.FEED)), List.of(timer.id(), timer.version(),
                        Long.toString(clock.millis()), Long.toString(cover.after().toMillis())));
    }
}
