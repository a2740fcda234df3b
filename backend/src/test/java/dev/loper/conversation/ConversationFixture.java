package dev.loper.conversation;

import dev.loper.Given;
import dev.loper.access.QueueId;
import dev.loper.customer.Customers;
import dev.loper.customer.Kinship;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A conversation by SMS, Ada's unless said otherwise, with Lotte answering.
public final class ConversationFixture {

    public static final Author LOTTE = new Author(Author.Kind.AGENT, "p-lotte", "Lotte");

    private final InboundStore inbound;
    private final EntryWriter writer;
    private final Conversations conversations;
    private final Timeline timeline;
    private final Topics topics;
    private final ChannelAddress customer;
    private final Supplier<Given.Message> message;
    private Appended.@Nullable Stored last;

    public ConversationFixture(RedisServer.Fresh fresh) {
        this(fresh, Given.ADA);
    }

    public ConversationFixture(RedisServer.Fresh fresh, ChannelAddress.Phone customer) {
        this(fresh, customer, () -> Given.sms().from(customer));
    }

    /// A conversation on the site.
    public ConversationFixture(RedisServer.Fresh fresh, ChannelAddress.Visitor customer) {
        this(fresh, customer, () -> Given.chat(customer));
    }

    private ConversationFixture(RedisServer.Fresh fresh, ChannelAddress customer, Supplier<Given.Message> message) {
        this(fresh, customer, message, QueueId.MAIN, AnswerTargets.NONE, Clock.systemUTC());
    }

    /// A conversation by SMS, whose topics begin in a queue that has targets.
    public ConversationFixture(RedisServer.Fresh fresh, ChannelAddress.Phone customer, QueueId queue,
            AnswerTargets targets, Clock clock) {
        this(fresh, customer, () -> Given.sms().from(customer), queue, targets, clock);
    }

    private ConversationFixture(RedisServer.Fresh fresh, ChannelAddress customer, Supplier<Given.Message> message,
            QueueId queue, AnswerTargets targets, Clock clock) {
        this.customer = customer;
        this.message = message;
        inbound = new InboundStore(fresh.store(), fresh.keys(), new Customers(fresh.store(), fresh.keys()),
                any -> new QueueChoice.Route(queue, null), targets, Kinship.NONE, clock, RandomIds::next);
        writer = new EntryWriter(fresh.store(), new Said(fresh.store(), fresh.keys()));
        conversations = new Conversations(fresh.store(), fresh.keys());
        timeline = new RedisTimeline(fresh.store(), fresh.keys());
        topics = new Topics(fresh.store(), fresh.keys());
    }

    public Entry says(String words) {
        last = (Appended.Stored) inbound.append(message.get().saying(words).build());
        return timeline.find(conversation().homes().getFirst(), last.entry()).orElseThrow();
    }

    public Entry answers(String words) {
        return answers(words, Duration.ZERO);
    }

    public Entry answers(String words, Duration undo) {
        Added.Stored stored = (Added.Stored) answer(words, null, UUID.randomUUID().toString(), undo);
        return timeline.find(stored.home(), stored.entry()).orElseThrow();
    }

    /// An answer by somebody else of ours.
    public void isAnsweredBy(Author author, String words) {
        answer(words, null, UUID.randomUUID().toString(), Duration.ZERO, author);
    }

    /// A line that tells something.
    public void tells(EntryBody line) {
        writer.event(conversation(), topic().id(), line);
    }

    public Added tryAnswer(String words, @Nullable EntryId seen, String clientId) {
        return answer(words, seen, clientId, Duration.ZERO);
    }

    private Added answer(String words, @Nullable EntryId seen, String clientId, Duration undo) {
        return answer(words, seen, clientId, undo, LOTTE);
    }

    private Added answer(String words, @Nullable EntryId seen, String clientId, Duration undo, Author author) {
        EntryBody body = new EntryBody("message", "sms", "sms-main", "out", null, List.of(customer.value()), List.of(),
                null, words, null, null, author, null, List.of(), null, clientId, null, customer.key(), null, null);
        return writer.answer(new EntryWriter.Answer(conversation(), conversation().homes().getFirst(), topic().id(),
                body, seen, undo));
    }

    public Conversation conversation() {
        return conversations.find(java.util.Objects.requireNonNull(last).conversation()).orElseThrow();
    }

    public Conversations conversations() {
        return conversations;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Topics topics() {
        return topics;
    }

    public Topic topic() {
        return topics.find(java.util.Objects.requireNonNull(last).topic()).orElseThrow();
    }

    public Entry entry(Entry entry) {
        return timeline.find(entry.home(), entry.id()).orElseThrow();
    }

    public List<Entry> entries() {
        return timeline.page(conversation(), null, null, 200).reversed();
    }
}
