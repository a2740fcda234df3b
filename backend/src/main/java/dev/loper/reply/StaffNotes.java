package dev.loper.reply;

import dev.loper.access.Access;
import dev.loper.access.People;
import dev.loper.channel.Insiders;
import dev.loper.channel.Intake;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.conversation.Added;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Knows our own people by their addresses, and keeps what they write from outside as notes, in topics they may see.
@Component
class StaffNotes implements Insiders {

    private final People people;
    private final Access access;
    private final Topics topics;
    private final Conversations conversations;
    private final EntryWriter writer;
    private final Timeline timeline;
    private final Channels channels;

    StaffNotes(People people, Access access, Topics topics, Conversations conversations, EntryWriter writer,
            Timeline timeline, Channels channels) {
        this.channels = channels;
        this.people = people;
        this.access = access;
        this.topics = topics;
        this.conversations = conversations;
        this.writer = writer;
        this.timeline = timeline;
    }

    @Override
    public Optional<Insider> personAt(ChannelAddress address) {
        return asked(() -> people.at(address)).map(person -> new Insider(person.id(), person.name()));
    }

    @Override
    public boolean ours(ChannelAddress address) {
        return channels.ours(address.value()) || personAt(address).isPresent();
    }

    @Override
    public Intake.Receipt note(Insider by, TopicId id, String clientId, String text, List<Attachment> attachments) {
        return asked(() -> written(by, id, clientId, text, attachments));
    }

    private Intake.Receipt written(Insider by, TopicId id, String clientId, String text,
            List<Attachment> attachments) {
        Topic topic = topics.find(id).filter(found -> maySee(by, found)).orElseThrow(() -> gone(by));
        Conversation conversation = conversations.find(topic.conversation()).orElseThrow(() -> gone(by));
        Author author = new Author(Author.Kind.AGENT, by.id().value(), by.name());
        return switch (writer.note(conversation, topic.id(), author, text, attachments, clientId)) {
            case Added.Stored(EntryId entry, HomeId home) -> receipt(entry, home, false);
            case Added.Repeat(EntryId entry, HomeId home) -> receipt(entry, home, true);
            case Added.Used used -> throw gone(by);
            case Added.Stale stale -> throw gone(by);
            case Added.NoTopic none -> throw gone(by);
            case Added.NoAddress none -> throw gone(by);
        };
    }

    private boolean maySee(Insider who, Topic topic) {
        return people.byId(who.id()).filter(person -> access.canSee(person, topic.queue())).isPresent();
    }

    private Intake.Receipt receipt(EntryId entry, HomeId home, boolean repeat) {
        return new Intake.Receipt(entry, timeline.find(home, entry).map(Entry::at).orElseThrow(), repeat);
    }

    private static UnreadableMessageException gone(Insider by) {
        return new UnreadableMessageException("It comes from " + by.name()
                + ", who works here, and answers a conversation that is not there or that they may not see.");
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }
}
