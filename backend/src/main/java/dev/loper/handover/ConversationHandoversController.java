package dev.loper.handover;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The handovers of one conversation: offering one, looking how they went, and taking one back.
@RestController
@Tag(name = "Handovers")
@RequestMapping("/api/v1/conversations/{id}")
@AccessRule(Who.PEOPLE)
class ConversationHandoversController {

    private final VisibleConversations conversations;
    private final RedisHandovers handovers;
    private final Offers offers;
    private final Endings endings;
    private final HandoverViews views;
    private final Ways ways;
    private final Suggestions suggestions;
    private final Places places;
    private final Access access;
    private final Audit audit;

    ConversationHandoversController(VisibleConversations conversations, RedisHandovers handovers, Offers offers,
            Endings endings, HandoverViews views, Ways ways, Suggestions suggestions, Places places, Access access,
            Audit audit) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.offers = offers;
        this.endings = endings;
        this.views = views;
        this.ways = ways;
        this.suggestions = suggestions;
        this.places = places;
        this.access = access;
        this.audit = audit;
    }

    /// @param to       the channel to go to
    /// @param topic    none takes the conversation's newest open topic
    /// @param address  where to write to (email); none takes the best one known
    /// @param tell     whether the customer is told where they are now; else whoever asks shows it to them
    /// @param clientId makes repeating it harmless
    record NewHandoverRequest(@NotBlank @Schema(implementation = ChannelKind.class) String to, @Nullable String topic,
            @Nullable @Size(max = 320) String address, @Nullable Boolean tell,
            @Nullable @Size(max = 100) String clientId) {}

    record HandoverList(List<HandoverView> items) {}

    /// @param from  where the customer is now
    /// @param items every route from there, the possible ones first
    record HandoverWays(ChannelKind from, List<HandoverWay> items) {}

    /// @param how        as of a handover
    /// @param address    where we would write
    /// @param proven     whether that address is proven to be theirs
    /// @param reason     why it cannot be taken, a stable word; null if it can
    /// @param reasonText the same, a sentence
    /// @param suggested  why it is proposed now: `window-closed`, `failed`, `unread`, or `does-not-fit` (where they are
    ///     does not carry what is to be written); null if it is not
    /// @param wished     whether it is the channel they would rather be reached on
    /// @param quietUntil if telling them of it would disturb them now, until when they wish for quiet
    record HandoverWay(ChannelKind to, String how, @Nullable String account, @Nullable String address, boolean proven,
            boolean available, @Nullable String reason, @Nullable String reasonText, @Nullable String suggested,
            boolean wished, @Nullable Instant quietUntil) {}

    @PostMapping("/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Offers the customer another channel: by a link, a code, or a message to them there.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "this person may not answer in the topic")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-route", when = "no route leads there from where the customer is")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "not-connected", when = "the channel is not connected")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "other-brand", when = "the channel is connected for another brand only")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "switched-off", when = "an administrator switched the route off")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-address", when = "no address is known there, and none was given")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-mail-address", when = "`address` holds something else")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "our-address", when = "`address` is one of our own")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "no such topic in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-used", when = "this id was given to another message")
    HandoverView offer(@PathVariable String id, @Valid @RequestBody NewHandoverRequest wanted,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key, Viewer viewer) {
        Place place = place(id, wanted.topic(), viewer);
        answering(place.topic(), viewer);
        ChannelKind to = channel(wanted.to());
        Handover made = offers.offer(place, new Offers.Wish(to, wanted.address(),
                Boolean.FALSE.equals(wanted.tell()) ? Offers.Saying.SHOWN : Offers.Saying.TOLD,
                clientId(wanted.clientId(), key)), author(viewer));
        audit.record(viewer.id().value(), "handover-offered", made.id().value(),
                Map.of("from", made.from().wire(), "to", made.to().wire(), "conversation", id));
        return views.of(made);
    }

    @GetMapping("/handovers")
    @Operation(summary = "Lists the handovers of a conversation, the last offered first; with what proves one for those who may answer.")
    HandoverList list(@PathVariable String id, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Map<TopicId, Topic> topics = conversations.topics(conversation, viewer).stream().collect(
                Collectors.toMap(Topic::id, Function.identity()));
        return new HandoverList(handovers.of(topics.keySet()).stream().map(
                found -> view(found, topics.get(found.topic()), viewer)).toList());
    }

    @GetMapping("/handover-ways")
    @Operation(summary = "Lists the channels the customer can go to now, and why one cannot be reached.")
    HandoverWays ways(@PathVariable String id, @RequestParam(required = false) @Nullable String topic,
            @Parameter(description = "characters of what is to be written") @RequestParam(defaultValue = "0") int length,
            @Parameter(description = "its files") @RequestParam(defaultValue = "0") int files,
            @Parameter(description = "bytes of them together") @RequestParam(defaultValue = "0") long bytes,
            Viewer viewer) {
        Place place = place(id, topic, viewer);
        return new HandoverWays(Ways.from(place),
                suggestions.of(place, ways.of(place), new Load(length, files, bytes)));
    }

    @DeleteMapping("/handovers/{handover}")
    @Operation(summary = "Takes a handover back: its link and its code open nothing any more.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "this person may not answer in the topic")
    @Refuses(status = HttpStatus.CONFLICT, type = "handover-closed", when = "it was taken, declined or has expired")
    HandoverView revoke(@PathVariable String id, @PathVariable String handover, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Handover found = handovers.find(new HandoverId(handover)).filter(
                one -> conversations.topics(conversation, viewer).stream().anyMatch(
                        topic -> topic.id().equals(one.topic()))).orElseThrow(
                                () -> ProblemException.notFound("There is no such handover."));
        Place place = places.of(found.topic()).orElseThrow(
                () -> ProblemException.notFound("There is no such handover."));
        answering(place.topic(), viewer);
        if (!endings.revoke(found, place, author(viewer)) && found.state() != HandoverState.REVOKED) {
            throw new ProblemException("handover-closed", HttpStatus.CONFLICT,
                    "It is over already: the customer took it or declined it, or its time has passed.");
        }
        audit.record(viewer.id().value(), "handover-revoked", found.id().value(), Map.of("conversation", id));
        return views.of(handovers.find(found.id()).orElse(found));
    }

    /// What proves it is for those who may hand the customer over: it takes whoever has it for them.
    private HandoverView view(Handover handover, @Nullable Topic topic, Viewer viewer) {
        return topic != null && access.canAnswer(viewer, topic.queue())
                ? views.of(handover)
                : views.withoutProof(handover);
    }

    private Place place(String id, @Nullable String topic, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        return places.of(conversations.topic(conversation, topic, viewer).id()).orElseThrow(
                () -> ProblemException.notFound("There is no such conversation."));
    }

    private void answering(Topic topic, Viewer viewer) {
        if (!access.canAnswer(viewer, topic.queue())) {
            throw new ProblemException("forbidden", HttpStatus.FORBIDDEN,
                    "Only who may answer the customer can hand them over.");
        }
    }

    private static ChannelKind channel(String wire) {
        try {
            return ChannelKind.of(wire);
        } catch (IllegalArgumentException e) {
            throw ProblemException.field("no-route", "to", String.valueOf(e.getMessage()));
        }
    }

    private static String clientId(@Nullable String clientId, @Nullable String key) {
        String given = clientId == null ? key : clientId;
        return given == null || given.isBlank() ? "handover-" + UUID.randomUUID() : given;
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
