package dev.loper.conversation;

import dev.loper.Given;
import dev.loper.access.QueueId;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.customer.Kinship;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The store's conversations as tests of other packages use them: messages in from anybody, answers, notes, reading.
public final class Rig {

    public static final Author LOTTE = new Author(Author.Kind.AGENT, "p-lotte", "Lotte");

    public final RedisServer.Fresh fresh;
    public final Customers customers;
    public final Conversations conversations;
    public final Timeline timeline;
    public final Topics topics;
    public final TopicCommands commands;
    public final EntryMover mover;
    public final Views views;
    public final InboundStore inbound;
    private final EntryWriter writer;

    public Rig(RedisServer.Fresh fresh) {
        this(fresh, message -> new QueueChoice.Route(QueueId.MAIN, null));
    }

    /// @param queues where each topic begins
    public Rig(RedisServer.Fresh fresh, QueueChoice queues) {
        this(fresh, queues, Kinship.NONE, Clock.systemUTC());
    }

    /// @param kinship whose the addresses are of those who are new
    public Rig(RedisServer.Fresh fresh, Kinship kinship, Clock clock) {
        this(fresh, message -> new QueueChoice.Route(QueueId.MAIN, null), kinship, clock);
    }

    private Rig(RedisServer.Fresh fresh, QueueChoice queues, Kinship kinship, Clock clock) {
        this.fresh = fresh;
        customers = new Customers(fresh.store(), fresh.keys());
        conversations = new Conversations(fresh.store(), fresh.keys());
        timeline = new RedisTimeline(fresh.store(), fresh.keys());
        topics = new Topics(fresh.store(), fresh.keys());
        commands = new TopicCommands(fresh.store(), fresh.keys());
        mover = new EntryMover(fresh.store(), fresh.keys(), timeline);
        views = new Views(fresh.store(), fresh.keys());
        inbound = new InboundStore(fresh.store(), fresh.keys(), customers, queues, AnswerTargets.NONE, kinship, clock,
                RandomIds::next);
        writer = new EntryWriter(fresh.store(), new Said(fresh.store(), fresh.keys()));
    }

    public Appended.Stored says(Given.Message message) {
        return (Appended.Stored) inbound.append(message.build());
    }

    public Added answers(TopicId topic, ChannelAddress to, String words) {
        return answers(topic, to, words, null, UUID.randomUUID().toString());
    }

    public Added answers(TopicId topic, ChannelAddress to, String words, @Nullable EntryId seen, String clientId) {
        Identity identity = customers.identity(to, Level.OBSERVED).orElseThrow();
        return answersIn(conversationOfTopic(topic), topic, identity, words, seen, clientId);
    }

    /// An answer written in a conversation as it was read earlier.
    public Added answersIn(Conversation conversation, TopicId topic, Identity identity, String words) {
        return answersIn(conversation, topic, identity, words, null, UUID.randomUUID().toString());
    }

    private Added answersIn(Conversation conversation, TopicId topic, Identity identity, String words,
            @Nullable EntryId seen, String clientId) {
        ChannelAddress to = identity.address();
        String channel = to.kind().equals("email") ? "email" : to.kind().equals("visitor") ? "chat" : "sms";
        EntryBody body = new EntryBody("message", channel, channel + "-main", "out", null, List.of(to.value()),
                List.of(), null, words, null, null, LOTTE, null, List.of(), null, clientId, null, identity.id(), null,
                null);
        return writer.answer(new EntryWriter.Answer(conversation, identity.home(), topic, body, seen,
                Duration.ofSeconds(5)));
    }

    public EntryId notes(TopicId topic, String words) {
        return ((Added.Stored) writer.note(conversationOfTopic(topic), topic, LOTTE, words,
                UUID.randomUUID().toString())).entry();
    }

    private Conversation conversationOfTopic(TopicId topic) {
        return conversations.find(topics.find(topic).orElseThrow().conversation()).orElseThrow();
    }

    /// What a visitor types about themselves.
    public void tellsOfThemselves(ChannelAddress.Visitor visitor, String name, ChannelAddress claimed) {
        new CustomerDetails(fresh.store(), fresh.keys()).told(
                customers.identity(visitor, Level.OBSERVED).orElseThrow(), name, claimed, null);
    }

    public CustomerId customerOf(ChannelAddress address) {
        return customers.identity(address, Level.OBSERVED).orElseThrow().customer();
    }

    public Customer customer(CustomerId id) {
        return customers.find(id).orElseThrow();
    }

    public Conversation conversationOf(CustomerId id) {
        return conversations.find(customer(id).conversation()).orElseThrow();
    }

    public List<Topic> topicsOf(CustomerId id) {
        return topics.of(customer(id).conversation());
    }

    /// Everything on a customer's timeline, oldest first, in pages of seven.
    public List<Entry> entriesOf(CustomerId id) {
        Conversation conversation = conversationOf(id);
        List<Entry> all = new ArrayList<>();
        EntryId before = null;
        do {
            List<Entry> page = timeline.page(conversation, before, null, 7);
            all.addAll(page);
            before = page.size() < 7 ? null : page.getLast().id();
        } while (before != null);
        return all.reversed();
    }

    /// What people said and noted there, oldest first.
    public List<String> saidTo(CustomerId id) {
        return entriesOf(id).stream().filter(entry -> !entry.body().type().equals("system")).map(
                entry -> entry.body().text()).toList();
    }

    /// The events told there.
    public List<String> toldTo(CustomerId id) {
        return entriesOf(id).stream().flatMap(entry -> java.util.stream.Stream.ofNullable(
                entry.body().event())).map(EntryBody.Event::kind).toList();
    }
}
