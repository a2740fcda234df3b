package dev.loper.conversation;

import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves an entry to another topic of its conversation, or to a new one; what was promised or offered in it goes along.
@Component
public class EntryMover {

    private static final LuaScript MOVE = LuaScript.load("move");
    private static final int LOOK_BACK = 50;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Timeline timeline;
    private final Conversations conversations;

    EntryMover(RedisStore store, RedisKeys keys, Timeline timeline) {
        this.store = store;
        this.keys = keys;
        this.timeline = timeline;
        this.conversations = new Conversations(store, keys);
    }

    /// @param to    the topic, or none for a new one
    /// @param title of a new topic; none takes it from the entry
    public Moved move(Conversation asked, EntryId id, @Nullable TopicId to, @Nullable String title) {
        Conversation conversation = asked;
        for (int i = 0; i < TopicPlaces.TRIES; i++) {
            Optional<Entry> found = find(conversation, id);
            if (found.isEmpty()) {
                return new Moved.NotFound();
            }
            Entry entry = found.get();
            TopicId fresh = new TopicId(RandomIds.next());
            List<Object> reply = store.run(MOVE, keysOf(conversation, entry, to == null ? fresh : to),
                    List.of(facts(conversation, entry, to, fresh, title)));
            switch (String.valueOf(reply.getFirst())) {
                case "moved" -> {
                    return new Moved.Done(new TopicId((String) reply.get(1)), new TopicId((String) reply.get(2)));
                }
                case "unchanged" -> {
                    return new Moved.Unchanged(entry.topic());
                }
                case "elsewhere" -> conversation = conversations.find(asked.id()).orElse(asked);
                default -> {
                    return new Moved.NotFound();
                }
            }
        }
        throw new IllegalStateException("The conversation " + asked.id() + " changed its homes " + TopicPlaces.TRIES
                + " times in one write.");
    }

    private Optional<Entry> find(Conversation conversation, EntryId id) {
        return conversation.homes().stream().flatMap(home -> timeline.find(home, id).stream()).findFirst();
    }

    private List<String> keysOf(Conversation conversation, Entry entry, TopicId to) {
        HomeId first = entry.home();
        List<String> all = new ArrayList<>(List.of(keys.of(Family.CLOCK), keys.conversationTopics(conversation.id()),
                keys.of(Family.TOPICS), keys.of(Family.VIEWS), keys.of(Family.FEED),
                keys.conversation(conversation.id()), keys.of(Family.TIMERS), keys.lanes(first), keys.states(first),
                keys.of(Family.PROMISES), keys.of(Family.PROMISE_VIEWS), keys.of(Family.HANDOVERS),
                keys.topicPromises(entry.topic()), keys.topicHandovers(entry.topic()), keys.topicPromises(to),
                keys.topicHandovers(to)));
        conversation.homes().stream().filter(home -> !home.equals(first)).forEach(home -> {
            all.add(keys.lanes(home));
            all.add(keys.states(home));
        });
        return all;
    }

    private String facts(Conversation conversation, Entry entry, @Nullable TopicId to, TopicId fresh,
            @Nullable String title) {
        EntryBody body = entry.body();
        List<Entry> left = timeline.page(conversation, null, entry.topic(), LOOK_BACK);
        List<Entry> joined = to == null ? List.of() : timeline.page(conversation, null, to, LOOK_BACK);
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("conversation", conversation.id().value());
        facts.put("rev", conversation.revision());
        facts.put("customer", conversation.customer().value());
        facts.put("home", entry.home().value());
        facts.put("entry", entry.id().value());
        facts.put("entryMs", entry.at().toEpochMilli());
        facts.put("from", entry.topic().value());
        facts.put("to", to == null ? null : to.value());
        facts.put("fresh", fresh.value());
        facts.put("title", title == null || title.isBlank() ? Preview.title(body.subject(), body.text()) : title);
        facts.put("newest", present("from", newest(left), "to", newest(joined)));
        facts.put("rows", present("from", row(without(left, entry)), "to", row(with(joined, entry))));
        return RedisJson.write(facts);
    }

    private static Map<String, Object> present(String first, @Nullable Object one, String second,
            @Nullable Object other) {
        Map<String, Object> present = new HashMap<>();
        if (one != null) {
            present.put(first, one);
        }
        if (other != null) {
            present.put(second, other);
        }
        return present;
    }

    private static @Nullable String newest(List<Entry> entries) {
        return entries.isEmpty() ? null : entries.getFirst().id().value();
    }

    private static TopicRows.@Nullable Row row(List<Entry> entries) {
        return TopicRows.of(entries).orElse(null);
    }

    private static List<Entry> without(List<Entry> entries, Entry moved) {
        return entries.stream().filter(entry -> !entry.id().equals(moved.id())).toList();
    }

    private static List<Entry> with(List<Entry> entries, Entry moved) {
        return Stream.concat(entries.stream(), Stream.of(moved)).sorted(
                Comparator.comparing((Entry entry) -> entry.id().value()).reversed()).toList();
    }
}
