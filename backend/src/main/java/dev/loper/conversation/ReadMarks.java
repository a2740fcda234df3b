package dev.loper.conversation;

import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;

/// How far each person has read each topic.
@Component
public class ReadMarks {

    private static final LuaScript READ = LuaScript.load("read");

    private final RedisStore store;
    private final RedisKeys keys;

    ReadMarks(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// Remembers that a person has seen a topic up to an entry: never less than before, never more than there is. A lost
    /// mark costs a bold row, nothing more.
    ///
    /// @return up to where they have seen it; none where there is nothing to see
    public Optional<EntryId> mark(PersonId person, TopicId topic, EntryId upTo) {
        List<Object> reply = store.ask(READ, List.of(keys.read(person), keys.of(Family.TOPICS)),
                List.of(topic.value(), upTo.value()));
        return Optional.of((String) reply.getFirst()).filter(mark -> !mark.isEmpty()).map(EntryId::new);
    }

    /// Those of the topics in which this person has not seen the customer's newest message.
    public Set<TopicId> unread(PersonId person, List<Topic> topics) {
        return unread(List.of(person), topics).getOrDefault(person, Set.of());
    }

    /// The same for several people, in one trip.
    public Map<PersonId, Set<TopicId>> unread(Collection<PersonId> people, List<Topic> topics) {
        if (topics.isEmpty()) {
            return Map.of();
        }
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Function<List<Topic>, Map<PersonId, Set<TopicId>>> unread = ask(pipeline, people,
                        topics.stream().map(Topic::id).toList());
                pipeline.sync();
                return unread.apply(topics);
            }
        });
    }

    /// The same, as a part of a trip that asks for the topics besides.
    ///
    /// @return to be asked after the trip, about topics that were named before
    Function<List<Topic>, Map<PersonId, Set<TopicId>>> ask(AbstractPipeline trip, Collection<PersonId> people,
            List<TopicId> ids) {
        String[] fields = ids.stream().map(TopicId::value).toArray(String[]::new);
        Map<PersonId, Response<List<String>>> marks = new HashMap<>();
        people.forEach(person -> marks.computeIfAbsent(person, key -> trip.hmget(keys.read(key), fields)));
        return topics -> {
            Map<TopicId, EntryId> newest = new HashMap<>();
            topics.forEach(topic -> {
                if (topic.newestIn() != null) {
                    newest.put(topic.id(), topic.newestIn());
                }
            });
            Map<PersonId, Set<TopicId>> unread = new HashMap<>();
            marks.forEach((person, seen) -> unread.put(person, unseen(ids, newest, seen.get())));
            return unread;
        };
    }

    private static Set<TopicId> unseen(List<TopicId> ids, Map<TopicId, EntryId> newest, List<String> marks) {
        Set<TopicId> unseen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            EntryId last = newest.get(ids.get(i));
            String mark = marks.get(i);
            if (last != null && (mark == null || last.value().compareTo(mark) > 0)) {
                unseen.add(ids.get(i));
            }
        }
        return unseen;
    }
}
