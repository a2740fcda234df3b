package dev.loper.promise;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Added;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PromiseId;
import dev.loper.reply.NewerMessages;
import dev.loper.reply.Reachability;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The promises of one conversation: reading them, and making one.
@RestController
@Tag(name = "Promises")
@RequestMapping("/api/v1/conversations/{id}")
@AccessRule(Who.PEOPLE)
class ConversationPromisesController {

    private final VisibleConversations conversations;
    private final VisiblePromises visible;
    private final Promises promises;
    private final PromiseMaking making;
    private final Timeline timeline;
    private final NewerMessages newer;

    ConversationPromisesController(VisibleConversations conversations, VisiblePromises visible, Promises promises,
            PromiseMaking making, Timeline timeline, NewerMessages newer) {
        this.conversations = conversations;
        this.visible = visible;
        this.promises = promises;
        this.making = making;
        this.timeline = timeline;
        this.newer = newer;
    }

    record PromiseViews(List<PromiseView> items) {}

    /// A promise to be made.
    ///
    /// @param topic    none takes the conversation's newest open topic
    /// @param heard    what the customer told us, in their words
    /// @param action   what we will do, a sentence
    /// @param channel  of the answer
    /// @param account  an account of it; none takes the one they can best be reached on
    /// @param text     the whole sentence in the agent's words; none has it put into words in the customer's language
    /// @param waitsFor whom its owner waits for
    /// @param clientId makes repeating it harmless
    /// @param seen     the newest entry on the author's screen; what came after it refuses the promise
    record NewPromiseRequest(@Nullable String topic, @NotBlank @Size(max = 1000) String heard,
            @NotBlank @Size(max = 1000) String action, @NotNull Instant dueAt,
            @NotBlank @Schema(implementation = ChannelKind.class) String channel,
            @Nullable String account, @Nullable @Size(max = 4000) String text,
            @Nullable @Size(max = 200) String waitsFor, @NotBlank @Size(max = 100) String clientId,
            @Nullable @Size(max = 32) String seen) {}

    @GetMapping("/promises")
    @Operation(summary = "Lists the promises made in a conversation.")
    PromiseViews promises(@PathVariable String id, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        return new PromiseViews(visible.views(visible.of(conversation, viewer), viewer));
    }

    @PostMapping("/promises")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a promise: its sentence is sent to the customer.")
    @Refuses(status = HttpStatus.CONFLICT, type = "newer-messages", when = "somebody wrote after `seen`; `newer` holds what")
    @Refuses(status = HttpStatus.CONFLICT, type = "address-moved", when = "the address was just taken off this customer")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-moment", when = "the moment is past or too far away")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unreachable-at-that-time", when = "this channel will not reach the customer then")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "no such topic in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-used", when = "this id was given to another message")
    PromiseView make(@PathVariable String id, @Valid @RequestBody NewPromiseRequest wanted, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Topic topic = conversations.topic(conversation, wanted.topic(), viewer);
        PromiseMaking.Made made = making.make(conversation, topic, draft(wanted), viewer);
        return switch (made.said()) {
            case Added.Stored stored -> view(made.id());
            case Added.Repeat(EntryId entry, HomeId home) -> timeline.find(home, entry).flatMap(
                    found -> Optional.ofNullable(found.promise())).map(PromiseId::new).map(this::view).orElseThrow(
                            Added.Used::problem);
            case Added.Used() -> throw Added.Used.problem();
            case Added.Stale(EntryId newest, EntryId seen) -> throw newer.since(conversation, seen, viewer);
            case Added.NoAddress() -> throw new ProblemException("address-moved", HttpStatus.CONFLICT,
                    "This address was just taken off this customer. Look at the conversation again before you promise.");
            case Added.NoTopic() -> throw ProblemException.field("unknown-topic", "topic",
                    "There is no such topic in this conversation any more.");
        };
    }

    /// A promise somebody is still writing.
    record PromiseDraft(@Nullable String topic, @NotNull @Size(max = 1000) String heard,
            @NotNull @Size(max = 1000) String action, @NotNull Instant dueAt,
            @NotBlank @Schema(implementation = ChannelKind.class) String channel) {}

    /// @param sentence what the customer would read
    /// @param ways     where they can be reached at that moment, the best first
    /// @param open     when we are there from now until then, and a little further
    record PromisePreview(String sentence, String language, List<PromiseWay> ways, List<OpenHours.Span> open) {}

    /// @param reason     why it cannot be used at that moment; null if it can
    /// @param quietUntil if an answer at that moment would disturb them, until when the customer wishes for quiet
    /// @param wished     whether it is the channel they would rather be answered on
    record PromiseWay(@Schema(implementation = ChannelKind.class) String channel, String account,
            @Nullable String address, boolean open, @Nullable String reason,
            @Nullable Instant windowEndsAt, @Nullable Instant quietUntil, boolean wished) {

        static PromiseWay of(Reachability.Way way) {
            return new PromiseWay(way.account().channel().wire(), way.account().id().value(),
                    way.to() == null ? null : way.to().address().value(), way.answers(),
                    way.answers() ? null : way.sentence(), way.windowEnds(),
                    way.quietUntil(), way.wished());
        }
    }

    @Operation(summary = "Says how a promise would read, and where the customer can be reached at its moment.")
    @PostMapping("/promises/preview")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-moment", when = "the moment is past or too far away")
    PromisePreview preview(@PathVariable String id, @Valid @RequestBody PromiseDraft wanted, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        PromiseMaking.Preview found = making.preview(conversation, conversations.topic(conversation, wanted.topic(),
                viewer), wanted.heard().strip(), wanted.action().strip(), wanted.dueAt(), channel(wanted.channel()));
        return new PromisePreview(found.sentence(), found.language(),
                found.ways().stream().map(PromiseWay::of).toList(), found.open());
    }

    private PromiseView view(PromiseId id) {
        return promises.find(id).map(visible::view).orElseThrow(
                () -> ProblemException.notFound("The promise was taken back meanwhile."));
    }

    private static PromiseMaking.Draft draft(NewPromiseRequest wanted) {
        return new PromiseMaking.Draft(wanted.heard().strip(), wanted.action().strip(), wanted.dueAt(),
                channel(wanted.channel()), wanted.account(), wanted.text(), wanted.waitsFor(), wanted.clientId(),
                wanted.seen() == null ? null : new EntryId(wanted.seen()));
    }

    private static ChannelKind channel(String wire) {
        try {
            return ChannelKind.of(wire);
        } catch (IllegalArgumentException e) {
            throw ProblemException.field("unknown-channel", "channel", String.valueOf(e.getMessage()));
        }
    }
}
