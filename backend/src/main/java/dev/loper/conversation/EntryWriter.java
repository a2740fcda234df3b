package dev.loper.conversation;

import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds what we say: answers, which are queued for sending in the same step, and notes, which never leave.
@Component
public class EntryWriter {

    private static final LuaScript ADD = LuaScript.load("add");
    private static final AccountId NO_ACCOUNT = new AccountId("none");

    private final RedisStore store;
    private final RedisKeys keys;
    private final TopicPlaces places;

    EntryWriter(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
        this.places = new TopicPlaces(store, keys);
    }

    /// An answer to be added.
    ///
    /// @param home  the home thread of the address it goes to
    /// @param body  with channel, account, address and client id
    /// @param seen  the newest entry on the author's screen; none to write whatever came since
    /// @param undo  how long it can be taken back
    /// @param participants whom it goes to besides the customer: they may answer in the topic from now on
    public record Answer(Conversation conversation, HomeId home, TopicId topic, EntryBody body, @Nullable EntryId seen,
            Duration undo, List<ChannelAddress> participants) {

        /// An answer to the customer alone.
        public Answer(Conversation conversation, HomeId home, TopicId topic, EntryBody body, @Nullable EntryId seen,
                Duration undo) {
            this(conversation, home, topic, body, seen, undo, List.of());
        }
    }

    /// Adds an answer and queues it. Whoever answers a topic that nobody has, takes it.
    public Added answer(Answer answer) {
        EntryBody body = answer.body();
        AccountId account = new AccountId(Objects.requireNonNull(body.account()));
        Conversation conversation = answer.conversation();
        for (int i = 0; i < TopicPlaces.TRIES; i++) {
            Optional<Added> added = add(conversation.id(), answer.home(), account, body,
                    facts(answer, conversation.id()));
            if (added.isPresent()) {
                return added.get();
            }
            Optional<Topic> topic = places.find(conversation, answer.topic());
            if (topic.isEmpty()) {
                return new Added.NoTopic();
            }
            if (topic.get().conversation().equals(conversation.id())) {
                return new Added.NoAddress();
            }
            conversation = new Conversation(topic.get().conversation(), topic.get().customer(), List.of());
        }
        throw TopicPlaces.restless(answer.topic());
    }

    /// Adds an internal note, in the topic's own home thread.
    public Added note(Conversation conversation, TopicId id, Author author, String text, String clientId) {
        EntryBody body = EntryBody.note(author, text, clientId);
        for (int i = 0; i < TopicPlaces.TRIES; i++) {
            Optional<Topic> topic = places.find(conversation, id);
            if (topic.isEmpty()) {
                return new Added.NoTopic();
            }
            HomeId home = topic.get().home();
            String facts = RedisJson.facts("conversation", topic.get().conversation().value(), "home", home.value(),
                    "topic", id.value(), "kind", "note", "author", author.id(), "keepSeconds",
                    InboundStore.REMEMBERED.toSeconds());
            Optional<Added> added = add(topic.get().conversation(), home, NO_ACCOUNT, body, facts);
            if (added.isPresent()) {
                return added.get();
            }
        }
        throw TopicPlaces.restless(id);
    }

    private static String facts(Answer answer, ConversationId conversation) {
        EntryBody body = answer.body();
        Author author = body.author();
        List<String> participants = answer.participants().stream().map(ChannelAddress::key).toList();
        return RedisJson.facts("conversation", conversation.value(), "home", answer.home().value(), "topic",
                answer.topic().value(), "kind", "out", "author", author.id(), "seen",
                answer.seen() == null ? null : answer.seen().value(), "preview", preview(body), "channel",
                body.channel(), "account", body.account(), "undoMs", answer.undo().toMillis(), "keepSeconds",
                InboundStore.REMEMBERED.toSeconds(), "take", author.kind() == Author.Kind.AGENT ? true : null,
                "takeName", author.name(), "participants", participants.isEmpty() ? null : participants);
    }

    /// @return empty if the topic or the home is elsewhere now; nothing was written
    private Optional<Added> add(ConversationId conversation, HomeId home, AccountId account, EntryBody body,
            String facts) {
        String client = keys.client(String.valueOf(body.author().id()), String.valueOf(body.clientId()));
        List<Object> reply = store.run(ADD,
                List.of(keys.of(Family.CLOCK), client, keys.conversation(conversation),
                        keys.conversationTopics(conversation), keys.of(Family.TOPICS), keys.of(Family.VIEWS),
                        keys.thread(home), keys.lanes(home), keys.entries(home), keys.states(home),
                        keys.of(Family.FEED), keys.outbound(account), keys.outboundLane(account, home),
                        keys.of(Family.OUTBOUND_ACCOUNTS)),
                List.of(facts, RedisJson.write(body)));
        return switch (String.valueOf(reply.getFirst())) {
            case "stored" -> Optional.of(new Added.Stored(new EntryId((String) reply.get(1)), home));
            case "repeat" -> {
                InboundStore.First first = RedisJson.read((String) reply.get(1), InboundStore.First.class);
                yield Optional.of(
                        new Added.Repeat(new EntryId(first.entry()), new HomeId(String.valueOf(first.home()))));
            }
            case "stale" -> Optional.of(new Added.Stale(new EntryId((String) reply.get(1))));
            case "no-topic" -> Optional.of(new Added.NoTopic());
            default -> Optional.empty();
        };
    }

    private static String preview(EntryBody body) {
        String words = Preview.of(body.text());
        return words.isEmpty() && !body.attachments().isEmpty() ? body.attachments().getFirst().name() : words;
    }
}
