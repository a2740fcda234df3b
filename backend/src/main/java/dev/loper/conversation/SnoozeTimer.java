package dev.loper.conversation;

import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import org.springframework.stereotype.Component;

/// Brings a snoozed topic back when its moment has come.
@Component
class SnoozeTimer implements TimerEffect {

    private final Topics topics;
    private final Conversations conversations;
    private final TopicCommands commands;
    private final RedisStore store;
    private final RedisKeys keys;

    SnoozeTimer(Topics topics, Conversations conversations, TopicCommands commands, RedisStore store, RedisKeys keys) {
        this.topics = topics;
        this.conversations = conversations;
        this.commands = commands;
        this.store = store;
        this.keys = keys;
    }

    @Override
    public String kind() {
        return "snooze";
    }

    @Override
    public void fire(Timer timer) {
        topics.find(new TopicId(timer.id())).flatMap(topic -> conversations.find(topic.conversation())).ifPresentOrElse(
                conversation -> commands.wake(conversation, new TopicId(timer.id()), Long.parseLong(timer.version())),
                () -> store.with(redis -> redis.zrem(keys.of(Family.TIMERS), timer.member())));
    }
}
