package dev.loper.conversation;

import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How far each person has read each topic.
@Component
public class ReadMarks {

    private final RedisStore store;
    private final RedisKeys keys;

    ReadMarks(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// Remembers that a person has seen a topic up to an entry. A lost mark costs a bold row, nothing more.
    public void mark(PersonId person, TopicId topic, EntryId upTo) {
        store.with(redis -> redis.hset(keys.read(person), topic.value(), upTo.value()));
    }

    /// Those of the topics in which this person has not seen the customer's newest message.
    public Set<TopicId> unread(PersonId person, List<Topic> topics) {
        Set<TopicId> unread = new HashSet<>();
        if (topics.isEmpty()) {
            return unread;
        }
        List<String> marks = store.with(redis -> redis.hmget(keys.read(person),
                topics.stream().map(topic -> topic.id().value()).toArray(String[]::new)));
        for (int i = 0; i < topics.size(); i++) {
            EntryId newest = topics.get(i).newestIn();
            String mark = marks.get(i);
            if (newest != null && (mark == null || newest.value().compareTo(mark) > 0)) {
                unread.add(topics.get(i).id());
            }
        }
        return unread;
    }
}
