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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves an entry to another topic of its conversation, or to a new one.
@Component
public class EntryMover {

    private static final LuaScript MOVE = LuaScript.load("move");
    private static final int LOOK_BACK = 10;

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
            List<Object> reply = store.run(MOVE, keysOf(conversation, entry.home()),
                    List.of(facts(conversation, entry, to, title)));
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

    private List<String> keysOf(Conversation conversation, HomeId first) {
        List<String> all = new ArrayList<>(List.of(keys.of(Family.CLOCK), keys.conversationTopics(conversation.id()),
                keys.of(Family.TOPICS), keys.of(Family.VIEWS), keys.of(Family.FEED),
                keys.conversation(conversation.id()), keys.lanes(first), keys.states(first)));
        conversation.homes().stream().filter(home -> !home.equals(first)).forEach(home -> {
            all.add(keys.lanes(home));
            all.add(keys.states(home));
        });
        return all;
    }

    private String facts(Conversation conversation, Entry entry, @Nullable TopicId to, @Nullable String title) {
        EntryBody body = entry.body();
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("conversation", conversation.id().value());
        facts.put("rev", conversation.revision());
        facts.put("customer", conversation.customer().value());
        facts.put("home", entry.home().value());
        facts.put("entry", entry.id().value());
        facts.put("entryMs", entry.at().toEpochMilli());
        facts.put("preview", Preview.of(body.text()));
        facts.put("previewBy", by(body));
        if (body.channel() != null) {
            facts.put("channel", body.channel());
            facts.put("account", body.account());
            facts.put("address", address(entry));
        }
        facts.put("to", to == null ? null : to.value());
        facts.put("title", title == null || title.isBlank() ? Preview.title(body.subject(), body.text()) : title);
        whatStays(conversation, entry).ifPresent(left -> facts.put("left", left));
        return RedisJson.write(facts);
    }

    private Optional<Map<String, String>> whatStays(Conversation conversation, Entry moved) {
        return timeline.page(conversation, null, moved.topic(), LOOK_BACK).stream().filter(
                entry -> !entry.id().equals(moved.id()) && entry.body().type().equals("message")).findFirst().map(
                        entry -> Map.of("preview", Preview.of(entry.body().text()), "previewBy", by(entry.body())));
    }

    private static String address(Entry entry) {
        return Optional.ofNullable(entry.body().address()).orElse("");
    }

    private static String by(EntryBody body) {
        return "in".equals(body.direction()) ? "customer" : "agent";
    }
}
