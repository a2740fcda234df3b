package dev.loper.conversation;

import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Has scripts say something (those that include `said.lua`), where its topic is now.
///
/// An answer, a note, a promise and its renegotiation are said the same way, so that all are said once, all refuse an old
/// screen, all can be taken back, and none is lost to a merge that comes between.
@Component
public class Said {

    private static final AccountId NO_ACCOUNT = new AccountId("none");

    private final RedisKeys keys;
    private final TopicPlaces places;

    public Said(RedisStore store, RedisKeys keys) {
        this.keys = keys;
        this.places = new TopicPlaces(store, keys);
    }

    /// A script that says something, given its first sixteen keys and its facts; both may be added to.
    @FunctionalInterface
    public interface Script {

        List<Object> run(List<String> keys, Map<String, Object> facts);
    }

    /// What a script answered.
    ///
    /// @param values `no-topic` where the topic is gone, `no-address` where the address is not this customer's any more
    /// @param home   the home thread it was told to write to
    public record Reply(List<Object> values, HomeId home) {

        public String word() {
            return String.valueOf(values.getFirst());
        }

        /// The reply as far as it is about an entry that was to be added.
        public Added added() {
            return switch (word()) {
                case "stored" -> new Added.Stored(new EntryId((String) values.get(1)), home);
                case "repeat" -> repeat((String) values.get(1));
                case "used" -> new Added.Used();
                case "stale" -> new Added.Stale(new EntryId((String) values.get(1)),
                        new EntryId((String) values.get(2)));
                case "no-address" -> new Added.NoAddress();
                default -> new Added.NoTopic();
            };
        }

        private static Added repeat(String json) {
            InboundStore.First first = RedisJson.read(json, InboundStore.First.class);
            return new Added.Repeat(new EntryId(first.entry()), new HomeId(String.valueOf(first.home())));
        }
    }

    /// The keys a script is given, and those of what is promised in a topic.
    public List<String> withPromises(List<String> given, TopicId topic) {
        return Stream.concat(given.stream(), Stream.of(keys.of(Family.PROMISES), keys.of(Family.PROMISE_VIEWS),
                keys.topicPromises(topic))).toList();
    }

    /// Says an answer.
    public Reply answer(EntryWriter.Answer answer, Script script) {
        Conversation conversation = answer.conversation();
        for (int i = 0; i < TopicPlaces.TRIES; i++) {
            Reply reply = new Reply(script.run(keys(conversation.id(), answer.home(), account(answer), answer.body()),
                    facts(answer, conversation.id())), answer.home());
            if (!reply.word().equals("elsewhere")) {
                return reply;
            }
            Optional<Topic> topic = places.find(conversation, answer.topic());
            if (topic.isEmpty()) {
                return new Reply(List.of("no-topic"), answer.home());
            }
            if (topic.get().conversation().equals(conversation.id())) {
                return new Reply(List.of("no-address"), answer.home());
            }
            conversation = new Conversation(topic.get().conversation(), topic.get().customer(), List.of());
        }
        throw TopicPlaces.restless(answer.topic());
    }

    /// Says what never leaves, in the topic's own home thread.
    ///
    /// @param kind `note` or `system`
    public Reply inside(Conversation conversation, TopicId id, String kind, EntryBody body, Script script) {
        for (int i = 0; i < TopicPlaces.TRIES; i++) {
            Optional<Topic> topic = places.find(conversation, id);
            if (topic.isEmpty()) {
                return new Reply(List.of("no-topic"), conversation.homes().getFirst());
            }
            HomeId home = topic.get().home();
            Map<String, Object> facts = facts(topic.get().conversation(), home, id, kind, body.author());
            facts.put("print", Fingerprint.of(kind, id.value(), body.text()));
            Reply reply = new Reply(script.run(keys(topic.get().conversation(), home, NO_ACCOUNT, body), facts), home);
            if (!reply.word().equals("elsewhere")) {
                return reply;
            }
        }
        throw TopicPlaces.restless(id);
    }

    private List<String> keys(ConversationId conversation, HomeId home, AccountId account, EntryBody body) {
        return List.of(keys.of(Family.CLOCK),
                keys.client(String.valueOf(body.author().id()), String.valueOf(body.clientId())),
                keys.conversation(conversation), keys.conversationTopics(conversation), keys.of(Family.TOPICS),
                keys.of(Family.VIEWS), keys.thread(home), keys.lanes(home), keys.entries(home), keys.states(home),
                keys.of(Family.FEED), keys.outbound(account), keys.outboundLane(account, home),
                keys.of(Family.OUTBOUND_ACCOUNTS), keys.of(Family.TIMERS), keys.of(Family.FLOW));
    }

    /// A person's answer takes the topic if nobody has it, and ends the customer's wait; a machine's does neither.
    private static Map<String, Object> facts(EntryWriter.Answer answer, ConversationId conversation) {
        EntryBody body = answer.body();
        Author author = body.author();
        Map<String, Object> facts = facts(conversation, answer.home(), answer.topic(), "out", author);
        if (answer.seen() != null) {
            facts.put("seen", answer.seen().value());
        }
        facts.put("preview", preview(body));
        facts.put("channel", String.valueOf(body.channel()));
        facts.put("account", account(answer).value());
        facts.put("undoMs", answer.undo().toMillis());
        facts.put("print", answer.print());
        facts.put(author.kind() == Author.Kind.AGENT ? "take" : "waits", true);
        facts.put("takeName", author.name());
        if (!answer.participants().isEmpty()) {
            facts.put("participants", answer.participants().stream().map(ChannelAddress::key).toList());
        }
        return facts;
    }

    private static Map<String, Object> facts(ConversationId conversation, HomeId home, TopicId topic, String kind,
            Author author) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("conversation", conversation.value());
        facts.put("home", home.value());
        facts.put("topic", topic.value());
        facts.put("kind", kind);
        facts.put("author", String.valueOf(author.id()));
        facts.put("authorName", author.name());
        facts.put("keepSeconds", InboundStore.REMEMBERED.toSeconds());
        return facts;
    }

    String uploads() {
        return keys.of(Family.UPLOADS);
    }

    private static AccountId account(EntryWriter.Answer answer) {
        return new AccountId(Objects.requireNonNull(answer.body().account()));
    }

    private static String preview(EntryBody body) {
        String words = Preview.of(body.text());
        return words.isEmpty() && !body.attachments().isEmpty() ? body.attachments().getFirst().name() : words;
    }
}
