package dev.loper.reply;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.blob.FileTickets;
import dev.loper.conversation.Added;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.Attachment;
import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Answering a customer, and noting what is only for us.
@RestController
@Tag(name = "Conversations")
@RequestMapping("/api/v1/conversations/{id}")
@AccessRule(Who.PEOPLE)
class ReplyController {

    private final VisibleConversations conversations;
    private final Replies replies;
    private final EntryWriter writer;
    private final Timeline timeline;
    private final FileTickets tickets;
    private final NewerMessages newer;

    ReplyController(VisibleConversations conversations, Replies replies, EntryWriter writer, Timeline timeline,
            @Qualifier(AttachmentConfiguration.AGENT_FILES) FileTickets tickets, NewerMessages newer) {
        this.conversations = conversations;
        this.replies = replies;
        this.writer = writer;
        this.timeline = timeline;
        this.tickets = tickets;
        this.newer = newer;
    }

    /// An answer.
    ///
    /// @param account     an account of the channel; none takes the one the customer last used
    /// @param to          an address of the customer, alone or in a list with others (mail); none takes the one they last
    ///                    used
    /// @param cc          who gets a copy (mail)
    /// @param replyToOf   the message whose Reply-To somebody has agreed to answer at; without it nothing goes there
    /// @param topic       none takes the conversation's newest open topic
    /// @param quote       whether the history is quoted below (mail)
    /// @param attachments ids of uploads
    /// @param clientId    makes repeating it harmless
    /// @param seen        the newest entry on the author's screen; what came after it refuses the answer
    record NewMessage(@NotBlank @Schema(implementation = ChannelKind.class) String channel, @Nullable String account,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable @Size(max = 50) List<@Size(max = 254) String> to,
            @Nullable @Size(max = 50) List<@Size(max = 254) String> cc, @Nullable @Size(max = 32) String replyToOf,
            @Nullable String topic,
            @Size(max = 500) @Nullable String subject,
            @NotNull @Size(max = 100_000) String text, @Nullable @Size(max = 500_000) String html,
            @Nullable Boolean quote, @Nullable @Size(max = 10) List<@Size(max = 3000) String> attachments,
            @Nullable @Size(max = 100) String clientId, @Nullable @Size(max = 32) String seen) {}

    record NewNote(@NotBlank String topic, @NotBlank @Size(max = 20_000) String text,
            @Nullable @Size(max = 100) String clientId) {}

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Answers the customer: the answer is stored and queued, and can be taken back until `undoUntil`.")
    @Refuses(status = HttpStatus.CONFLICT, type = "newer-messages", when = "somebody wrote after `seen`; `newer` holds what")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unreachable", when = "the customer has no such address; `alternatives` names the channels that reach them")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "customer-left-out", when = "none of the customer's addresses is in `to`")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-mail-address", when = "`to` or `cc` holds something else")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "one-recipient", when = "the channel reaches one person at a time")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "reply-to-unconfirmed", when = "an address is only the Reply-To of the mail `entry`, and `replyToOf` does not name it")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "reply-window-closed", when = "free text may not be sent there any more; `alternatives` names the channels that reach them")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "empty-message", when = "neither words nor files")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "too-long", when = "more than the channel carries in one message")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "attachments-too-large", when = "more than the channel carries in one message")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "too-many-attachments", when = "more files than the channel carries in one message")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-attachment", when = "a file is not there any more")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "no such topic in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-missing", when = "neither `clientId` nor an `Idempotency-Key`")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-used", when = "`clientId` was given to another message")
    EntryView answer(@PathVariable String id, @Valid @RequestBody NewMessage message,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Topic topic = conversations.topic(conversation, message.topic(), viewer);
        Replies.Draft draft = new Replies.Draft(message.channel(), message.account(),
                orEmpty(message.to()), orEmpty(message.cc()),
                message.replyToOf() == null ? null : new EntryId(message.replyToOf()), message.subject(),
                message.text(), message.html(),
                Boolean.TRUE.equals(message.quote()),
                attachments(message.attachments(), viewer), clientId(message.clientId(), key),
                message.seen() == null ? null : new EntryId(message.seen()));
        return view(conversation, replies.answer(conversation, topic, draft, author(viewer)), viewer);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Writes a note, which the customer never sees.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "no such topic in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-missing", when = "neither `clientId` nor an `Idempotency-Key`")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-used", when = "`clientId` was given to another message")
    EntryView note(@PathVariable String id, @Valid @RequestBody NewNote note,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Topic topic = conversations.topic(conversation, note.topic(), viewer);
        return view(conversation, writer.note(conversation, topic.id(), author(viewer), note.text().strip(),
                clientId(note.clientId(), key)), viewer);
    }

    private EntryView view(Conversation conversation, Added added, Viewer viewer) {
        return switch (added) {
            case Added.Stored(EntryId entry, HomeId home) -> view(conversation, home, entry);
            case Added.Repeat(EntryId entry, HomeId home) -> view(conversation, home, entry);
            case Added.Used() -> throw Added.Used.problem();
            case Added.Stale(EntryId newest, EntryId seen) -> throw newer.since(conversation, seen, viewer);
            case Added.NoAddress() -> throw new ProblemException("address-moved", HttpStatus.CONFLICT,
                    "This address was just taken off this customer. Look at the conversation again before you answer.");
            case Added.NoTopic() -> throw ProblemException.field("unknown-topic", "topic",
                    "There is no such topic in this conversation any more.");
        };
    }

    private EntryView view(Conversation conversation, HomeId home, EntryId entry) {
        return timeline.find(home, entry).map(found -> EntryView.of(conversation.id(), found)).orElseThrow(
                () -> ProblemException.notFound("The entry was erased meanwhile."));
    }

    private List<Attachment> attachments(@Nullable List<String> ids, Viewer viewer) {
        return orEmpty(ids).stream().map(id -> tickets.redeem(id, viewer.id().value()).orElseThrow(
                () -> ProblemException.field("unknown-attachment", "attachments",
                        "One of the files is not there any more. Attach it again."))).toList();
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static String clientId(@Nullable String clientId, @Nullable String key) {
        String given = clientId == null ? key : clientId;
        if (given == null || given.isBlank()) {
            throw ProblemException.field("client-id-missing", "clientId",
                    "Give the message an id of its own, so that repeating it is harmless.");
        }
        return given;
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
