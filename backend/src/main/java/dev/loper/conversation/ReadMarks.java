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
        String[] ids = topics.stream().map(topic -> topic.id().value()).toArray(String[]::new);
        return store.with(redis -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                Map<PersonId, Response<List<String>>> marks = new HashMap<>();
                people.forEach(person -> marks.computeIfAbsent(person, key -> pipeline.hmget(keys.read(key), ids)));
                pipeline.sync();
                Map<PersonId, Set<TopicId>> unread = new HashMap<>();
                marks.forEach((person, seen) -> unread.put(person, unseen(topics, seen.get())));
                return unread;
            }
        });
    }

    private static Set<TopicId> unseen(List<Topic> topics, List<String> marks) {
        Set<TopicId> unseen = new HashSet<>();
        for (int i = 0; i < topics.size(); i++) {
            EntryId newest = topics.get(i).newestIn();
            String mark = marks.get(i);
            if (newest != null && (mark == null || newest.value().compareTo(mark) > 0)) {
                unseen.add(topics.get(i).id());
            }
        }
        return unseen;
    }
}
