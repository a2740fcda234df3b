package dev.loper.conversation;

import dev.loper.message.Author;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells that an answer is due soon, and that it is late; and computes until when it is due where that could not be
/// done at once, because the wait came to another queue or topic.
@Component
class TargetTimer implements TimerEffect {

    private static final LuaScript TARGET = LuaScript.load("target");

    private final Topics topics;
    private final AnswerTargets targets;
    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;

    TargetTimer(Topics topics, AnswerTargets targets, RedisStore store, RedisKeys keys, Clock clock) {
        this.topics = topics;
        this.targets = targets;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "target";
    }

    @Override
    public void fire(Timer timer) {
        TopicId id = new TopicId(timer.id());
        for (int i = 0; i < TopicPlaces.TRIES; i++) {
            Optional<Topic> topic = topics.find(id);
            if (topic.isEmpty()) {
                store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer.member()));
                return;
            }
            if (!"elsewhere".equals(fire(timer, topic.get()))) {
                return;
            }
        }
        throw TopicPlaces.restless(id);
    }

    private String fire(Timer timer, Topic topic) {
        Target.Stored target = topic.clock();
        Instant since = Instant.ofEpochMilli(target == null ? 0 : target.since());
        Instant due = target == null || target.due() == null ? null : Instant.ofEpochMilli(target.due());
        String facts = RedisJson.facts("conversation", topic.conversation().value(), "home", topic.home().value(),
                "topic",
                topic.id().value(), "version", Long.parseLong(timer.version()), "now", clock.millis(), "targets",
                due == null ? targets.facts(since) : null);
        return String.valueOf(
                store.run(TARGET, keysOf(topic), List.of(facts, told("target-soon", due), told("target-late",
                        due))).getFirst());
    }

    private static String told(String kind, @Nullable Instant due) {
        return RedisJson.write(EntryBody.system(Author.SYSTEM, new EntryBody.Event(kind, null, null, null, due)));
    }

    private List<String> keysOf(Topic topic) {
        return List.of(keys.of(Family.CLOCK), keys.of(Family.TOPICS), keys.of(Family.VIEWS), keys.thread(topic.home()),
                keys.lanes(topic.home()), keys.entries(topic.home()), keys.states(topic.home()), keys.of(Family.FEED),
                keys.of(Family.TIMERS));
    }
}
