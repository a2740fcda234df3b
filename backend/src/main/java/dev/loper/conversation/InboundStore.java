package dev.loper.conversation;

import dev.loper.access.QueueId;
import dev.loper.customer.Customer;
import dev.loper.customer.Clues;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.customer.Kinship;
import dev.loper.customer.Names;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Appends customers' messages: each once, to the one conversation of whoever sent it.
///
/// The script is told which conversation the sender had when it was last looked up, or ids for a new one. If that is no
/// longer so, because a twin of this message or a merge came first, it writes nothing and says where the sender is now.
@Component
public class InboundStore {

    private static final LuaScript APPEND = LuaScript.load("append");
    static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration REOPENS_WITHIN = Duration.ofDays(7);
    private static final int TRIES = 5;
    private static final String REOPENED = RedisJson.write(
            EntryBody.system(Author.SYSTEM, EntryBody.Event.of("reopened")));

    private final RedisStore store;
    private final RedisKeys keys;
    private final Customers customers;
    private final QueueChoice queues;
    private final AnswerTargets targets;
    private final Kinship kinship;
    private final Clock clock;
    private final Supplier<String> newId;
    private final RecentPlaces<Place> recent = new RecentPlaces<>(10_000);

    @Autowired
    InboundStore(RedisStore store, RedisKeys keys, Customers customers, QueueChoice queues, AnswerTargets targets,
            ObjectProvider<Kinship> kinship, Clock clock) {
        this(store, keys, customers, queues, targets, kinship.getIfAvailable(() -> Kinship.NONE), clock,
                RandomIds::next);
    }

    /// One that puts every topic into the main queue.
    InboundStore(RedisStore store, RedisKeys keys, Customers customers) {
        this(store, keys, customers, message -> new QueueChoice.Route(QueueId.MAIN, null));
    }

    /// One whose queues have no targets.
    InboundStore(RedisStore store, RedisKeys keys, Customers customers, QueueChoice queues) {
        this(store, keys, customers, queues, AnswerTargets.NONE, Kinship.NONE, Clock.systemUTC(), RandomIds::next);
    }

    InboundStore(RedisStore store, RedisKeys keys, Customers customers, QueueChoice queues, AnswerTargets targets,
            Kinship kinship, Clock clock, Supplier<String> newId) {
        this.store = store;
        this.keys = keys;
        this.customers = customers;
        this.queues = queues;
        this.targets = targets;
        this.kinship = kinship;
        this.clock = clock;
        this.newId = newId;
    }

    /// Stores a message. When this returns, it is durable.
    ///
    /// @throws dev.loper.redis.StoreUnavailableException if that is not certain; appending it again is safe
    public Appended append(ChannelMessage message) {
        String field = Identity.field(message.from(), message.level());
        Place place = placeOf(field, message);
        for (int i = 0; i < TRIES; i++) {
            List<Object> reply = store.run(APPEND, keysFor(message, place), argsFor(message, field, place));
            switch (String.valueOf(reply.getFirst())) {
                case "stored" -> {
                    if (place.as() != Place.As.GUEST) {
                        recent.remember(field, place.asKnown());
                    }
                    return stored(place, reply);
                }
                case "invited" -> place = Place.guest(reply);
                case "repeat" -> {
                    First first = RedisJson.read((String) reply.get(1), First.class);
                    return new Appended.Repeat(new EntryId(first.entry()), Instant.ofEpochMilli(first.at()));
                }
                default -> {
                    Place there = elsewhere(field, (String) reply.get(1)).map(Place::of).orElseGet(
                            () -> newPlace(message));
                    place = place.as() == Place.As.GUEST ? there.as(Place.As.ALONE) : there;
                }
            }
        }
        throw new IllegalStateException("The sender's conversation changed " + TRIES + " times during one append.");
    }

    /// Where this sender's messages went lately, or go as the index says, or a place for a new sender.
    private Place placeOf(String field, ChannelMessage message) {
        Place lately = recent.of(field);
        return lately != null
                ? lately
                : customers.byField(field).map(Place::of).orElseGet(() -> newPlace(message));
    }

    private static Appended stored(Place place, List<Object> reply) {
        return new Appended.Stored(new EntryId((String) reply.get(1)), Instant.ofEpochMilli((Long) reply.get(2)),
                place.conversation(), new TopicId((String) reply.get(3)), (String) reply.get(4));
    }

    private static Optional<Identity> elsewhere(String field, String json) {
        return json.isEmpty() ? Optional.empty() : Optional.of(Customers.read(field, json));
    }

    private List<String> keysFor(ChannelMessage message, Place place) {
        List<String> all = new ArrayList<>(List.of(keys.of(Family.CLOCK),
                keys.provider(message.scope(), message.providerId()), keys.of(Family.IDENTITIES),
                keys.customer(place.customer()), keys.conversation(place.conversation()),
                keys.conversationTopics(place.conversation()), keys.of(Family.TOPICS), keys.of(Family.VIEWS),
                keys.thread(place.home()), keys.lanes(place.home()), keys.entries(place.home()),
                keys.states(place.home()), keys.of(Family.FEED)));
        String ownId = message.hints().ownId();
        all.add(keys.provider(message.scope(), ownId == null ? message.providerId() : ownId));
        all.addAll(List.of(keys.of(Family.TIMERS), keys.of(Family.CLUES), keys.of(Family.NAMES),
                keys.of(Family.FLOW), keys.of(Family.UPLOADS)));
        message.hints().references().forEach(id -> all.add(keys.provider(message.scope(), id)));
        return all;
    }

    private List<String> argsFor(ChannelMessage message, String field, Place place) {
        boolean named = !message.fromName().isBlank();
        TopicId replyTopic = message.hints().replyTopic();
        QueueChoice.Route route = queues.of(message);
        List<String> participants = message.company().participants().stream().map(ChannelAddress::key).toList();
        List<String> files = message.attachments().stream().map(Attachment::id).toList();
        Instant now = clock.instant();
        String facts = RedisJson.facts("identity", field, "customer", place.customer().value(), "conversation",
                place.conversation().value(), "home", place.home().value(), "known", place.known() ? true : null,
                "level", message.level().wire(), "name", named ? message.fromName() : Customer.nameless(message.from()),
                "named",
                named ? true : null, "channel", message.channel().wire(), "account", message.account().value(),
                "title", Preview.title(message.subject(), message.text()), "preview", preview(message), "replyTopic",
                replyTopic == null ? null : replyTopic.value(), "automatic", message.automatic() ? true : null,
                "participants", participants.isEmpty() ? null : participants, "as",
                place.as() == Place.As.SENDER ? null : place.as().name().toLowerCase(Locale.ROOT), "reopenMs",
                REOPENS_WITHIN.toMillis(), "keepSeconds", REMEMBERED.toSeconds(), "queue", route.queue().value(),
                "topicLanguage", route.language(), "now", now.toEpochMilli(), "sent", ms(message.sentAt()), "targets",
                targets.facts(now), "clues",
                Clues.in(message.subject(), message.text()), "words", named ? Names.words(message.fromName()) : null,
                "files", files.isEmpty() ? null : files, "kin", place.kin() == null ? null : kin(place.kin()));
        return List.of(facts, RedisJson.write(body(message, field, place)), REOPENED,
                place.kin() == null ? "" : recognised(place.kin()));
    }

    private static Map<String, String> kin(Kinship.Kin kin) {
        return Map.of("identity", kin.identity().id(), "level", kin.level().wire(), "how", kin.how());
    }

    /// Tells by what it was recognised whose a new address is.
    private static String recognised(Kinship.Kin kin) {
        return RedisJson.write(EntryBody.system(Author.SYSTEM,
                EntryBody.Event.recognised(kin.how(), kin.identity().address())));
    }

    private static String preview(ChannelMessage message) {
        String words = Preview.of(message.text());
        return words.isEmpty() && !message.attachments().isEmpty() ? message.attachments().getFirst().name() : words;
    }

    private static EntryBody body(ChannelMessage message, String field, Place place) {
        String name = message.fromName().isBlank() ? Customer.nameless(message.from()) : message.fromName();
        ChannelAddress replyTo = message.company().replyTo();
        String author = place.as() == Place.As.GUEST ? null : place.customer().value();
        String type = message.channel() == ChannelKind.VOICE ? "call" : "message";
        return new EntryBody(type, message.channel().wire(), message.account().value(), "in",
                message.from().value(), message.to(), message.cc(), message.subject(), message.text(), message.html(),
                message.quote(), new Author(Author.Kind.CUSTOMER, author, name),
                ms(message.sentAt()), message.attachments(), null, null, message.providerId(), field,
                message.hints().ownId(), message.automatic() ? true : null, replyTo == null ? null : replyTo.value());
    }

    private static @Nullable Long ms(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private Place newPlace(ChannelMessage message) {
        String id = newId.get();
        HomeId home = new HomeId("h" + id);
        return kinship.of(message).map(kin -> new Place(kin.identity().customer(), kin.identity().conversation(), home,
                false, Place.As.SENDER, kin)).orElseGet(
                        () -> new Place(new CustomerId("c" + id), new ConversationId("v" + id), home, false,
                                Place.As.SENDER, null));
    }

    /// The first answer a repeat gets again.
    record First(String entry, long at, @Nullable String home) {}

    /// Where a sender's messages go: as looked up, or proposed for a new sender.
    private record Place(CustomerId customer, ConversationId conversation, HomeId home, boolean known, As as,
            Kinship.@Nullable Kin kin) {

        /// As whom the sender writes there.
        enum As {
            SENDER,
            /// As somebody who takes part in another customer's topic.
            GUEST,
            /// As themselves, although they were asked to be a guest: that is over.
            ALONE
        }

        static Place of(Identity identity) {
            return new Place(identity.customer(), identity.conversation(), identity.home(), true, As.SENDER,
                    null);
        }

        static Place guest(List<Object> invited) {
            return new Place(new CustomerId((String) invited.get(1)), new ConversationId((String) invited.get(2)),
                    new HomeId((String) invited.get(3)), true, As.GUEST, null);
        }

        Place asKnown() {
            return new Place(customer, conversation, home, true, As.SENDER, null);
        }

        Place as(As whom) {
            return new Place(customer, conversation, home, known, whom, kin);
        }
    }

    /// The entry a provider's id stands for, within a scope ([dev.loper.message.ChannelKind#scope]), if it came or went within the last 30 days.
    public Optional<Located> locate(AccountId scope, String providerId) {
        String json = store.with(redis -> redis.get(keys.provider(scope, providerId)));
        return Optional.ofNullable(json).map(found -> RedisJson.read(found, First.class)).map(
                first -> new Located(new HomeId(String.valueOf(first.home())), new EntryId(first.entry())));
    }

    /// Where an entry is.
    public record Located(HomeId home, EntryId entry) {}
}
