package dev.loper.call;

import dev.loper.conversation.Entry;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.message.ConversationId;
import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes one step of a call in the store, wherever its topic is by now.
@Component
class CallScript {

    private static final LuaScript CALL = LuaScript.load("call");
    private static final int TRIES = 5;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Topics topics;

    CallScript(RedisStore store, RedisKeys keys, Topics topics) {
        this.store = store;
        this.keys = keys;
        this.topics = topics;
    }

    /// What became of a step.
    ///
    /// @param done   whether it changed anything
    /// @param person whose phone rings or who speaks
    record Answer(boolean done, Optional<PersonId> person) {}

    /// @param does a step of `call.lua`
    /// @param what it needs: pairs of name and value
    Answer run(Entry entry, String does, @Nullable Object... what) {
        ConversationId conversation = conversation(entry);
        for (int i = 0; i < TRIES; i++) {
            List<Object> reply = store.run(CALL, keys(entry, conversation), List.of(facts(entry, conversation, does,
                    what)));
            String word = String.valueOf(reply.getFirst());
            if (!word.equals("elsewhere")) {
                String person = reply.size() < 2 ? "" : String.valueOf(reply.get(1));
                return new Answer(word.equals("done"),
                        person.isEmpty() ? Optional.empty() : Optional.of(new PersonId(person)));
            }
            conversation = conversation(entry);
        }
        throw new IllegalStateException(
                "The call " + entry.id() + " changed its place " + TRIES + " times in one step.");
    }

    private ConversationId conversation(Entry entry) {
        return topics.find(entry.topic()).map(Topic::conversation).orElse(new ConversationId(""));
    }

    private List<String> keys(Entry entry, ConversationId conversation) {
        return List.of(keys.of(Family.CLOCK), keys.states(entry.home()), keys.of(Family.TOPICS), keys.of(Family.VIEWS),
                keys.of(Family.FEED), keys.of(Family.CALLS), keys.of(Family.TIMERS), keys.conversation(conversation),
                keys.of(Family.FLOW), keys.of(Family.PROMISES), keys.of(Family.PROMISE_VIEWS),
                keys.topicPromises(entry.topic()));
    }

    private static String facts(Entry entry, ConversationId conversation, String does, @Nullable Object... what) {
        return RedisJson.facts(Stream.concat(
                Stream.of("home", entry.home().value(), "entry", entry.id().value(), "conversation",
                        conversation.value(), "topic", entry.topic().value(), "does", does),
                Stream.of(what)).toArray());
    }
}
