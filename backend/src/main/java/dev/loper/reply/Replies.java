package dev.loper.reply;

import dev.loper.conversation.Added;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Fingerprint;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerWishes.Wishes;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.EntryId;
import dev.loper.web.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Checks an agent's answer against what its channel can do, and adds it.
@Component
public class Replies {

    private static final int LOOK_BACK = 30;

    private final ReplyOptions options;
    private final EntryWriter writer;
    private final Customers customers;
    private final Timeline timeline;
    private final Channels channels;
    private final ReplyProperties properties;

    Replies(ReplyOptions options, EntryWriter writer, Customers customers, Timeline timeline, Channels channels,
            ReplyProperties properties) {
        this.options = options;
        this.writer = writer;
        this.customers = customers;
        this.timeline = timeline;
        this.channels = channels;
        this.properties = properties;
    }

    /// What an agent wants to say.
    ///
    /// @param channel the wire name
    /// @param account an account of it; none takes the one the customer last used
    /// @param to      one of the customer's addresses, and for mail others beside it; none takes the one last used
    /// @param cc      copies, mail only
    /// @param quoted  whether the history is quoted below
    /// @param replyToOf the message at whose Reply-To the agent agreed to answer
    /// @param seen    the newest entry on the agent's screen
    public record Draft(String channel, @Nullable String account, List<String> to, List<String> cc,
            @Nullable EntryId replyToOf, @Nullable String subject, String text, @Nullable String html,
            boolean quoted, List<Attachment> attachments, String clientId, @Nullable EntryId seen) {

        /// What was asked, whichever way it takes: a repeat is one even if the customer has since written from elsewhere.
        String print() {
            return Fingerprint.of(channel, account, to, cc, subject, text, html, quoted,
                    attachments.stream().map(Attachment::id).toList());
        }
    }

    /// Adds the answer to the topic and queues it.
    ///
    /// @throws ProblemException 422 if the channel cannot carry it now
    Added answer(Conversation conversation, Topic topic, Draft draft, Author author) {
        return writer.answer(prepare(conversation, topic, draft, author));
    }

    /// The answer, checked and ready to be said, also together with something else.
    ///
    /// @throws ProblemException 422 if the channel cannot carry it now
    public EntryWriter.Answer prepare(Conversation conversation, Topic topic, Draft draft, Author author) {
        Customer customer = customers.find(conversation.customer()).orElseThrow(
                () -> ProblemException.notFound("There is no such customer any more."));
        ReplyOption way = choose(options.of(customer), topic, draft);
        Identity to = Objects.requireNonNull(way.to());
        checkFits(way, draft);
        List<Entry> thread = timeline.page(conversation, null, topic.id(), LOOK_BACK);
        Recipients recipients = Recipients.of(draft, customer, way, to.address().value(), thread, channels);
        String quote = draft.quoted() && way.capabilities().letters() ? Quote.of(customer, way, thread) : null;
        EntryBody body = new EntryBody("message", way.account().channel().wire(), way.account().id().value(), "out",
                way.account().address(), recipients.to(), recipients.cc(),
                way.capabilities().subject() ? draft.subject() : null, draft.text(),
                way.capabilities().html() ? draft.html() : null, quote, author, null, draft.attachments(),
                null, draft.clientId(), null, to.id(), null, null);
        return new EntryWriter.Answer(conversation, to.home(), topic.id(), body, draft.seen(),
                author.kind() == Author.Kind.AGENT ? properties.undo() : Duration.ZERO,
                recipients.participants(to.address()), draft.print());
    }

    /// Looks whether an answer can go once more the way it was to go.
    ///
    /// @throws ProblemException 422 if its channel cannot carry it now
    void checkAgain(Conversation conversation, EntryBody answer) {
        List<ReplyOption> all = customers.find(conversation.customer()).map(options::of).orElse(List.of());
        List<ReplyOption> way = all.stream().filter(option -> isWayOf(option, answer)).toList();
        if (!way.isEmpty() && way.stream().noneMatch(ReplyOption::available)) {
            throw unreachable(way, all);
        }
    }

    private static boolean isWayOf(ReplyOption option, EntryBody answer) {
        Identity to = option.to();
        return to != null && to.id().equals(answer.address()) && option.account().id().value().equals(answer.account());
    }

    private ReplyOption choose(List<ReplyOption> all, Topic topic, Draft draft) {
        List<ReplyOption> there = all.stream().filter(option -> matches(option, draft)).toList();
        List<ReplyOption> asked = there.stream().filter(option -> addressed(option, draft)).toList();
        if (asked.isEmpty() && there.stream().anyMatch(
                option -> option.available() && option.capabilities().letters())) {
            throw ProblemException.field("customer-left-out", "to",
                    "An answer goes to the customer, whoever else may read it. Add one of their addresses.");
        }
        Optional<ReplyOption> usable = options.preferred(asked, topic, Wishes.NONE);
        return usable.orElseThrow(() -> unreachable(asked, all));
    }

    private static boolean matches(ReplyOption option, Draft draft) {
        return option.account().channel().wire().equals(draft.channel())
                && (draft.account() == null || option.account().id().value().equals(draft.account()));
    }

    /// Whether the draft goes to this option's address, or to another one that a message of the customer asked for.
    private static boolean addressed(ReplyOption option, Draft draft) {
        Identity to = option.to();
        return draft.to().isEmpty() || draft.replyToOf() != null || to != null && draft.to().stream().map(
                Recipients::normalised).anyMatch(to.address().value()::equals);
    }

    private static ProblemException unreachable(List<ReplyOption> asked, List<ReplyOption> all) {
        ReplyOption.Obstacle obstacle = asked.stream().map(ReplyOption::obstacle).filter(
                Objects::nonNull).findFirst().orElse(ReplyOption.Obstacle.NO_ADDRESS);
        List<String> others = all.stream().filter(ReplyOption::available).map(
                option -> option.account().channel().wire()).distinct().toList();
        String slug = obstacle == ReplyOption.Obstacle.WINDOW_CLOSED ? "reply-window-closed" : "unreachable";
        return new ProblemException(slug, HttpStatus.UNPROCESSABLE_CONTENT, obstacle.sentence(),
                Map.of("field", "channel", "alternatives", others));
    }

    private static void checkFits(ReplyOption way, Draft draft) {
        if (draft.text().isBlank() && draft.attachments().isEmpty()) {
            throw ProblemException.field("empty-message", "text", "Write something, or attach a file.");
        }
        Integer longest = way.capabilities().maxLength();
        if (longest != null && draft.text().codePointCount(0, draft.text().length()) > longest) {
            throw ProblemException.field("too-long", "text", "This channel carries " + longest
                    + " characters in one message. Shorten it, or answer by email.");
        }
        int most = way.capabilities().maxAttachments();
        if (most > 0 && draft.attachments().size() > most) {
            throw ProblemException.field("too-many-attachments", "attachments",
                    "This channel carries " + (most == 1 ? "one file" : most + " files")
                            + " in one message. Send the others in messages of their own.");
        }
        long bytes = draft.attachments().stream().mapToLong(Attachment::size).sum();
        if (bytes > way.capabilities().maxAttachmentBytes()) {
            throw ProblemException.field("attachments-too-large", "attachments",
                    "This channel carries " + way.capabilities().maxAttachmentBytes() / (1024 * 1024)
                            + " MB of files in one message. Send fewer or smaller ones.");
        }
    }
}
