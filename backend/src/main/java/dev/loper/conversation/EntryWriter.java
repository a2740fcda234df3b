package dev.loper.conversation;

import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds what we say: answers, which are queued for sending in the same step, and notes, which never leave.
@Component
public class EntryWriter {

    private static final LuaScript ADD = LuaScript.load("add");

    private final RedisStore store;
    private final Said said;

    EntryWriter(RedisStore store, Said said) {
        this.store = store;
        this.said = said;
    }

    /// An answer to be added.
    ///
    /// @param home  the home thread of the address it goes to
    /// @param body  with channel, account, address and client id
    /// @param seen  the newest entry on the author's screen; none to write whatever came since
    /// @param undo  how long it can be taken back
    /// @param participants whom it goes to besides the customer: they may answer in the topic from now on
    /// @param print what was asked: the same client id stands for the same words
    public record Answer(Conversation conversation, HomeId home, TopicId topic, EntryBody body, @Nullable EntryId seen,
            Duration undo, List<ChannelAddress> participants, String print) {

        /// An answer to the customer alone.
        public Answer(Conversation conversation, HomeId home, TopicId topic, EntryBody body, @Nullable EntryId seen,
                Duration undo) {
            this(conversation, home, topic, body, seen, undo, List.of(), Fingerprint.of(body.text()));
        }

        /// The same, where what was asked is more or less than what is said.
        public Answer asked(String what) {
            return new Answer(conversation, home, topic, body, seen, undo, participants, what);
        }
    }

    /// Adds an answer and queues it. Whoever answers a topic that nobody has, takes it.
    public Added answer(Answer answer) {
        return said.answer(answer, adding(answer.topic(), answer.body())).added();
    }

    /// Adds an internal note, in the topic's own home thread.
    public Added note(Conversation conversation, TopicId topic, Author author, String text, String clientId) {
        return note(conversation, topic, author, text, List.of(), clientId);
    }

    /// The same with files.
    public Added note(Conversation conversation, TopicId topic, Author author, String text,
            List<Attachment> attachments, String clientId) {
        EntryBody body = EntryBody.note(author, text, attachments, clientId);
        return said.inside(conversation, topic, "note", body, adding(topic, body)).added();
    }

    /// Adds an event, once for each client id, in the topic's own home thread.
    public Added event(Conversation conversation, TopicId topic, EntryBody body) {
        return said.inside(conversation, topic, "system", body, adding(topic, body)).added();
    }

    private Said.Script adding(TopicId topic, EntryBody body) {
        return (keys, facts) -> {
            if (!body.attachments().isEmpty()) {
                facts.put("files", body.attachments().stream().map(Attachment::id).toList());
            }
            List<String> all = new ArrayList<>(said.withPromises(keys, topic));
            all.add(said.uploads());
            return store.run(ADD, all, List.of(RedisJson.write(facts), RedisJson.write(body)));
        };
    }
}
