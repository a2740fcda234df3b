package dev.loper.conversation;

import dev.loper.message.Author;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What Lotte does with topics, for tests of other packages.
public final class TopicCommandsFixture {

    private final TopicCommands commands;
    private final Topics topics;

    public TopicCommandsFixture(RedisServer.Fresh fresh) {
        commands = new TopicCommands(fresh.store(), fresh.keys());
        topics = new Topics(fresh.store(), fresh.keys());
    }

    public void assign(Conversation conversation, TopicId topic, String person, String name) {
        commands.assign(conversation, topics.find(topic).orElseThrow(), new PersonId(person), name,
                ConversationFixture.LOTTE);
    }

    public void putBack(Conversation conversation, TopicId topic) {
        commands.unassign(conversation, topic, ConversationFixture.LOTTE);
    }

    public void move(Conversation conversation, TopicId topic, String queue) {
        commands.moveTo(new EntryBody.QueueRef(queue, queue), conversation, topic, null, "", ConversationFixture.LOTTE);
    }

    /// Somebody is absent, and what they have goes to their cover, or back to its queue if they have none.
    public void cover(Conversation conversation, TopicId topic, String from, @Nullable String to) {
        commands.cover(conversation, topics.find(topic).orElseThrow(), to == null ? null : new PersonId(to), to,
                new PersonId(from), from, "away", null, Author.SYSTEM);
    }

    public void snooze(Conversation conversation, TopicId topic, Instant until) {
        commands.snooze(conversation, topic, until, ConversationFixture.LOTTE);
    }

    public void resolve(Conversation conversation, TopicId topic) {
        commands.resolve(conversation, topic, ConversationFixture.LOTTE);
    }
}
