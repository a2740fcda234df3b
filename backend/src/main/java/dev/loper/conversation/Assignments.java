package dev.loper.conversation;

import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives waiting topics to people, each once and nobody more than they take, and counts what people have.
@Component
public class Assignments {

    private static final LuaScript ASSIGN = LuaScript.load("assign");
    private static final LuaScript LOADS = LuaScript.load("loads");

    private final RedisStore store;
    private final RedisKeys keys;

    public Assignments(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// To whom, and why, as the timeline tells it.
    ///
    /// @param most  how many topics of the channel they take at a time; none for any number
    /// @param here  the moment at which they must be here and free; none if they ask for it themselves
    /// @param why   `helped`, `free` or `next`
    /// @param since when they helped this customer, if that is why
    public record To(PersonId person, String name, @Nullable Integer most, @Nullable Instant here,
            String why, @Nullable Instant since) {}

    /// Gives a topic away, if it is still as it was read.
    public Assigned give(WaitingTopic topic, To to, Author by) {
        String facts = RedisJson.facts("conversation", topic.conversation().value(), "home", topic.home().value(),
                "topic", topic.id().value(), "queue", topic.queue().value(), "channel", topic.channel().wire(),
                "assignee", to.person().value(), "assigneeName", to.name(), "most", to.most(), "here",
                to.here() == null ? null : to.here().toEpochMilli());
        EntryBody told = EntryBody.system(by,
                EntryBody.Event.given(to.person(), to.name(), to.why(), to.since()));
        HomeId home = topic.home();
        List<Object> reply = store.run(ASSIGN,
                List.of(keys.of(Family.CLOCK), keys.conversationTopics(topic.conversation()),
                        keys.of(Family.TOPICS), keys.of(Family.VIEWS), keys.thread(home), keys.lanes(home),
                        keys.entries(home), keys.states(home), keys.of(Family.FEED), keys.of(Family.PRESENCE),
                        keys.of(Family.SCREENS), keys.of(Family.PROMISES), keys.of(Family.PROMISE_VIEWS),
                        keys.topicPromises(topic.id())),
                List.of(facts, RedisJson.write(told)));
        return switch (String.valueOf(reply.getFirst())) {
            case "given" -> new Assigned.Done(new EntryId((String) reply.get(1)));
            case "away" -> new Assigned.Away();
            case "full" -> new Assigned.Full();
            default -> new Assigned.Gone();
        };
    }

    /// How many topics each of these people has open on each channel on which they have any, in one trip.
    public Map<PersonId, Map<ChannelKind, Integer>> loads(Collection<PersonId> people) {
        Iterator<Object> counts = store.ask(LOADS, List.of(keys.of(Family.VIEWS)),
                people.stream().map(PersonId::value).toList()).iterator();
        Map<PersonId, Map<ChannelKind, Integer>> loads = new HashMap<>();
        for (PersonId person : people) {
            loads.put(person, load((List<?>) counts.next()));
        }
        return loads;
    }

    private static Map<ChannelKind, Integer> load(List<?> counts) {
        Map<ChannelKind, Integer> load = new EnumMap<>(ChannelKind.class);
        for (int i = 0; i < counts.size(); i += 2) {
            load.put(ChannelKind.of((String) counts.get(i)), ((Long) counts.get(i + 1)).intValue());
        }
        return load;
    }
}
