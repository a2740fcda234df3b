package dev.loper.conversation;

import dev.loper.message.Author;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes topics: who has one, its queue, its status, its title. Each change is told on the timeline.
///
/// A snoozed topic leaves the views of what is to be done until its moment; a customer's message brings it back at once.
@Component
public class TopicCommands {

    private static final LuaScript TOPIC = LuaScript.load("topic");

    private final RedisStore store;
    private final RedisKeys keys;
    private final TopicPlaces places;

    TopicCommands(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
        this.places = new TopicPlaces(store, keys);
    }

    /// Gives a topic to somebody, as long as it is in the queue it was read in: in another one they may not see it.
    public Changed assign(Conversation conversation, Topic topic, PersonId assignee, String name, Author by) {
        return change(conversation, topic.id(),
                Map.of("assignee", assignee.value(), "assigneeName", name, "inQueue", topic.queue().value()),
                new EntryBody.Event("assigned", assignee.value(), name, null, null), by);
    }

    public Changed unassign(Conversation conversation, TopicId topic, Author by) {
        Map<String, @Nullable Object> nobody = new HashMap<>();
        nobody.put("assignee", null);
        return change(conversation, topic, nobody, EntryBody.Event.of("unassigned"), by);
    }

    public Changed resolve(Conversation conversation, TopicId topic, Author by) {
        return change(conversation, topic, Map.of("status", "resolved"), EntryBody.Event.of("resolved"), by);
    }

    public Changed reopen(Conversation conversation, TopicId topic, Author by) {
        return change(conversation, topic, Map.of("status", "open"), EntryBody.Event.of("reopened"), by);
    }

    /// Gives somebody's topic to whoever takes over, or back to its queue; one that is not theirs any more, or in another queue
    /// than it was read in, stays as it is.
    ///
    /// @param to    who takes over; the queue if null
    /// @param why   `left`, `away`, `asked` or `queues`
    /// @param until when they expected to be back, if they are away
    public Changed cover(Conversation conversation, Topic topic, @Nullable PersonId to, @Nullable String toName,
            PersonId from, String fromName, String why, @Nullable Instant until, Author by) {
        Map<String, @Nullable Object> what = new HashMap<>();
        what.put("assignee", to == null ? null : to.value());
        what.put("assigneeName", toName);
        what.put("from", from.value());
        what.put("inQueue", topic.queue().value());
        return change(conversation, topic.id(), what,
                new EntryBody.Event("covered-" + why, to == null ? null : to.value(),
                        toName, fromName, until),
                by);
    }

    /// @param until when it comes back by itself
    public Changed snooze(Conversation conversation, TopicId topic, Instant until, Author by) {
        return change(conversation, topic, Map.of("status", "snoozed", "until", until.toEpochMilli()),
                new EntryBody.Event("snoozed", null, null, null, until), by);
    }

    /// Brings a snoozed topic back, if it is still snoozed to the moment its timer was set for.
    Changed wake(Conversation conversation, TopicId topic, long version) {
        return change(conversation, topic, Map.of("status", "open", "woken", version), EntryBody.Event.of("woken"),
                Author.SYSTEM);
    }

    /// Moves a topic to another queue, with a word to whoever takes it up there.
    ///
    /// @param mayKeep who keeps the topic if it is theirs: of the queue it goes to, so that nobody has what they cannot see
    /// @param word    to the receiver; empty for none
    public Changed moveTo(EntryBody.QueueRef queue, Conversation conversation, TopicId topic,
            @Nullable PersonId mayKeep, String word, Author by) {
        Map<String, @Nullable Object> what = new HashMap<>();
        what.put("queue", queue.id());
        what.put("mayKeep", mayKeep == null ? null : mayKeep.value());
        return change(conversation, topic, what, EntryBody.system(by, EntryBody.Event.queued(queue), word));
    }

    public Changed rename(Conversation conversation, TopicId topic, String title, Author by) {
        return change(conversation, topic, Map.of("title", title),
                new EntryBody.Event("renamed", null, null, title, null), by);
    }

    private Changed change(Conversation conversation, TopicId id, Map<String, ? extends @Nullable Object> what,
            EntryBody.Event event, Author by) {
        return change(conversation, id, what, EntryBody.system(by, event));
    }

    private Changed change(Conversation conversation, TopicId id, Map<String, ? extends @Nullable Object> what,
            EntryBody told) {
        for (int i = 0; i < TopicPlaces.TRIES; i++) {
            Optional<Topic> topic = places.find(conversation, id);
            if (topic.isEmpty()) {
                return new Changed.NoTopic();
            }
            List<Object> reply = store.run(TOPIC, keysOf(topic.get()),
                    List.of(facts(topic.get(), what), RedisJson.write(told)));
            switch (String.valueOf(reply.getFirst())) {
                case "changed" -> {
                    return new Changed.Done(new EntryId((String) reply.get(1)));
                }
                case "unchanged" -> {
                    return new Changed.Unchanged();
                }
                default -> {
                }
            }
        }
        throw TopicPlaces.restless(id);
    }

    private static String facts(Topic topic, Map<String, ? extends @Nullable Object> what) {
        Map<String, @Nullable Object> facts = new HashMap<>(what);
        facts.put("conversation", topic.conversation().value());
        facts.put("home", topic.home().value());
        facts.put("topic", topic.id().value());
        return RedisJson.write(facts);
    }

    private List<String> keysOf(Topic topic) {
        HomeId home = topic.home();
        return List.of(keys.of(Family.CLOCK), keys.conversationTopics(topic.conversation()), keys.of(Family.TOPICS),
                keys.of(Family.VIEWS), keys.thread(home), keys.lanes(home), keys.entries(home), keys.states(home),
                keys.of(Family.FEED), keys.of(Family.TIMERS), keys.of(Family.PROMISES),
                keys.of(Family.PROMISE_VIEWS), keys.topicPromises(topic.id()));
    }
}
