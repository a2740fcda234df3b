package dev.loper.call;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.LiveCalls;
import dev.loper.conversation.LiveCalls.LiveCall;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.feed.Feed;
import dev.loper.message.EntryId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The calls that concern somebody now, and what is written down about one.
@RestController
@Tag(name = "Calls")
@RequestMapping("/api/v1")
@AccessRule(Who.PEOPLE)
class CallController {

    private final LiveCalls calls;
    private final VisibleConversations conversations;
    private final Timeline timeline;
    private final CallScript script;
    private final CallPlacing placing;
    private final Access access;
    private final Audit audit;
    private final Feed feed;
    private final Clock clock;

    CallController(LiveCalls calls, VisibleConversations conversations, Timeline timeline, CallScript script,
            CallPlacing placing, Access access, Audit audit, Feed feed, Clock clock) {
        this.calls = calls;
        this.conversations = conversations;
        this.timeline = timeline;
        this.script = script;
        this.placing = placing;
        this.access = access;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /// @param live where the change feed stood before they were read
    record CallsPage(List<LiveCall> items, String live) {}

    /// @param text empty takes the note away
    record CallNoteBody(@NotNull @Size(max = 4000) String text) {}

    @GetMapping("/calls")
    @Operation(summary = "Lists the calls that ring at this person’s phone, that they speak in, or that are about a topic of theirs.")
    CallsPage calls(Viewer viewer) {
        String live = feed.head().toString();
        return new CallsPage(calls.all().stream().flatMap(call -> calls.view(call, viewer).stream()).toList(), live);
    }

    /// @param topic    none takes the conversation's newest open topic
    /// @param to       one of the customer's numbers; none takes the best one known
    /// @param clientId makes repeating it harmless
    record NewCall(@Nullable String topic, @Nullable @Size(max = 20) String to,
            @Nullable @Size(max = 100) String clientId) {}

    @PostMapping("/conversations/{id}/calls")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Calls the customer: this person’s own phone rings first, and the customer’s once a key is pressed there.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "this person may not answer in the topic")
    @Refuses(status = HttpStatus.CONFLICT, type = "on-the-phone", when = "this person’s phone rings already, or they are on it")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "not-connected", when = "no number for calls is connected that speaks for the customer’s brand")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-phone-of-yours", when = "this person has no phone here")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-number", when = "the customer has no number that is known")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-number", when = "`to` is none of the customer’s numbers")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "dear-number", when = "the number costs extra, or nobody can have it")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "call-refused", when = "the provider does not place the call")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "no such topic in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-used", when = "this id was given to something else")
    EntryView place(@PathVariable String id, @Valid @RequestBody NewCall wanted,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Topic topic = conversations.topic(conversation, wanted.topic(), viewer);
        if (!access.canAnswer(viewer, topic.queue())) {
            throw new ProblemException("forbidden", HttpStatus.FORBIDDEN,
                    "Only who may answer the customer can call them.");
        }
        Entry call = placing.place(conversation, topic, wanted.to(), clientId(wanted.clientId(), key), viewer);
        audit.record(viewer.id().value(), "call-placed", call.id().value(), Map.of("conversation", id));
        return EntryView.of(conversation.id(), call);
    }

    private static String clientId(@Nullable String clientId, @Nullable String key) {
        String given = clientId == null ? key : clientId;
        return given == null || given.isBlank() ? "call-" + UUID.randomUUID() : given;
    }

    @PutMapping("/conversations/{id}/calls/{entry}/note")
    @Operation(summary = "Writes down what a call was about. It stays inside, with the call.")
    EntryView note(@PathVariable String id, @PathVariable String entry, @Valid @RequestBody CallNoteBody note,
            Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Entry call = find(conversation, entry, viewer);
        String text = note.text().strip();
        script.run(call, "note", "text", text.isEmpty() ? null : text, "person", viewer.id().value(), "name",
                viewer.name(), "at", clock.millis());
        return EntryView.of(conversation.id(), find(conversation, entry, viewer));
    }

    /// What another department handles is not there.
    private Entry find(Conversation conversation, String id, Viewer viewer) {
        List<Entry> found = conversation.homes().stream().flatMap(
                home -> timeline.find(home, new EntryId(id)).stream()).toList();
        return Optional.of(conversations.visible(found, viewer)).filter(seen -> !seen.isEmpty()).map(
                List::getFirst).filter(entry -> entry.call() != null).orElseThrow(
                        () -> ProblemException.notFound("There is no such call in this conversation."));
    }
}
