package dev.loper.call;

import dev.loper.conversation.Entry;
import dev.loper.conversation.LiveCalls;
import dev.loper.conversation.Timeline;
import dev.loper.message.EntryId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Gives up a call of whose end nobody told, so that nobody's line stays busy and whoever called is called back.
@Component
class RedisCallTimer implements TimerEffect {

    private final LiveCalls calls;
    private final Timeline timeline;
    private final CallScript script;
    private final RedisStore store;
    private final RedisKeys keys;

    RedisCallTimer(LiveCalls calls, Timeline timeline, CallScript script, RedisStore store, RedisKeys keys) {
        this.calls = calls;
        this.timeline = timeline;
        this.script = script;
        this.store = store;
        this.keys = keys;
    }

    @Override
    public String kind() {
        return "call";
    }

    @Override
    public void fire(Timer timer) {
        EntryId id = new EntryId(timer.id());
        Optional<Entry> entry = Optional.ofNullable(calls.find(Set.of(id)).get(id)).flatMap(
                live -> timeline.find(live.home(), id));
        entry.ifPresentOrElse(call -> script.run(call, "lapse", "timer", Long.valueOf(timer.version())),
                () -> store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer.member())));
    }
}
