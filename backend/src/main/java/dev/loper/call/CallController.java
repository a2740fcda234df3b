package dev.loper.call;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.LiveCalls;
import dev.loper.conversation.LiveCalls.LiveCall;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.VisibleConversations;
import dev.loper.feed.Feed;
import dev.loper.message.EntryId;
import dev.loper.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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
    private final Feed feed;
    private final Clock clock;

    CallController(LiveCalls calls, VisibleConversations conversations, Timeline timeline, CallScript script, Feed feed,
            Clock clock) {
        this.calls = calls;
        this.conversations = conversations;
        this.timeline = timeline;
        this.script = script;
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
