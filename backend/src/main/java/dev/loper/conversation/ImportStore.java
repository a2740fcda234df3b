package dev.loper.conversation;

import dev.loper.customer.Clues;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.customer.Names;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Stores messages of the past: each once, under an id of its own time, so that it stands on the timeline where it
/// belongs. Nobody is told that somebody waits, unless the import says so.
@Component
public class ImportStore {

    private static final LuaScript IMPORT = LuaScript.load("import");
    private static final int TRIES = 5;
    private static final AccountId NO_ACCOUNT = new AccountId("none");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Customers customers;
    private final QueueChoice queues;

    ImportStore(RedisStore store, RedisKeys keys, Customers customers, QueueChoice queues) {
        this.store = store;
        this.keys = keys;
        this.customers = customers;
        this.queues = queues;
    }

    /// Stores a message. When this returns, it is durable.
    ///
    /// @throws dev.loper.redis.StoreUnavailableException if that is not certain; importing it again is safe
    public ImportResult add(Imported message) {
        String field = Identity.field(message.customer(), Level.OBSERVED);
        Place place = customers.byField(field).map(Place::of).orElseGet(Place::fresh);
        for (int i = 0; i < TRIES; i++) {
            List<Object> reply = store.run(IMPORT, keysFor(message, place),
                    List.of(facts(message, field, place), RedisJson.write(body(message, field, place))));
            switch (String.valueOf(reply.getFirst())) {
                case "stored" -> {
                    return new ImportResult.Stored(new EntryId((String) reply.get(1)));
                }
                case "repeat" -> {
                    return new ImportResult.Repeat(new EntryId(
                            RedisJson.read((String) reply.get(1), InboundStore.First.class).entry()));
                }
                default -> place = Optional.of((String) reply.get(1)).filter(json -> !json.isEmpty()).map(
                        json -> Place.of(Customers.read(field, json))).orElseGet(Place::fresh);
            }
        }
        throw new IllegalStateException("The customer's conversation changed " + TRIES + " times during one import.");
    }

    private List<String> keysFor(Imported message, Place place) {
        AccountId scope = message.channel().scope(account(message));
        return List.of(keys.of(Family.CLOCK), keys.imports(message.source()), keys.of(Family.IDENTITIES),
                keys.customer(place.customer()), keys.conversation(place.conversation()),
                keys.conversationTopics(place.conversation()), keys.of(Family.TOPICS), keys.of(Family.VIEWS),
                keys.thread(place.home()), keys.lanes(place.home()), keys.entries(place.home()),
                keys.states(place.home()), keys.of(Family.FEED),
                keys.provider(scope, message.messageId() == null ? message.id() : message.messageId()),
                keys.of(Family.CLUES), keys.of(Family.NAMES));
    }

    private String facts(Imported message, String field, Place place) {
        boolean named = !message.name().isBlank();
        QueueChoice.Route route = queues.of(asReceived(message));
        return RedisJson.facts("item", message.id(), "thread", message.thread(), "at", message.at().toEpochMilli(),
                "direction", wire(message.direction()), "leaves", wire(message.leaves()), "identity", field, "customer",
                place.customer().value(), "conversation", place.conversation().value(), "home", place.home().value(),
                "known", place.known() ? true : null, "name", customerName(message), "named", named ? true : null,
                "language", message.language(), "author", message.agent(), "channel", message.channel().wire(),
                "account", message.account() == null ? null : message.account().value(), "title",
                Preview.title(message.subject(), message.text()), "preview", Preview.of(message.text()), "queue",
                route.queue().value(), "topicLanguage", route.language(), "keepSeconds",
                InboundStore.REMEMBERED.toSeconds(), "referred", message.messageId() == null ? null : true,
                "clues", Clues.in(message.subject(), message.text()), "words",
                named ? Names.words(message.name()) : null);
    }

    /// What the queues' rules look at.
    private static ChannelMessage asReceived(Imported message) {
        return new ChannelMessage(account(message), message.channel(), message.id(), message.customer(),
                message.name(), Level.OBSERVED, message.to(), message.cc(), message.at(), message.subject(),
                message.text(), null, null, List.of(), ThreadingHints.NONE, false);
    }

    private static EntryBody body(Imported message, String field, Place place) {
        boolean in = message.direction() == Imported.Direction.IN;
        Author author = in
                ? new Author(Author.Kind.CUSTOMER, place.customer().value(), customerName(message))
                : new Author(Author.Kind.AGENT, null, message.agent());
        List<String> to = in || !message.to().isEmpty() ? message.to() : List.of(message.customer().value());
        return new EntryBody("message", message.channel().wire(),
                message.account() == null ? null : message.account().value(), wire(message.direction()),
                in ? message.customer().value() : null, to, message.cc(), message.subject(), message.text(), null, null,
                author, null, List.of(), null, null, message.messageId(), field, null, null);
    }

    private static String customerName(Imported message) {
        return message.name().isBlank() ? message.customer().value() : message.name();
    }

    private static AccountId account(Imported message) {
        return message.account() == null ? NO_ACCOUNT : message.account();
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Where a customer's messages go: as looked up, or proposed for somebody new.
    private record Place(CustomerId customer, ConversationId conversation, HomeId home, boolean known) {

        static Place of(Identity identity) {
            return new Place(identity.customer(), identity.conversation(), identity.home(), true);
        }

        static Place fresh() {
            String id = RandomIds.next();
            return new Place(new CustomerId("c" + id), new ConversationId("v" + id), new HomeId("h" + id), false);
        }
    }
}
