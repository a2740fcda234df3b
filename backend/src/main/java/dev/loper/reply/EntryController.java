package dev.loper.reply;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryMover;
import dev.loper.conversation.EntryView;
import dev.loper.conversation.InboxItem;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.Moved;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.AccountId;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be done with an entry: take an answer back, send a failed one again, move it to another topic.
@RestController
@Tag(name = "Conversations")
@RequestMapping("/api/v1/conversations/{id}/entries/{entry}")
@AccessRule(Who.PEOPLE)
class EntryController {

    private static final String NEW_TOPIC = "new";

    private final VisibleConversations conversations;
    private final Timeline timeline;
    private final Replies replies;
    private final OutboundQueue queue;
    private final EntryMover mover;
    private final InboxItems items;
    private final ApplicationEventPublisher events;

    EntryController(VisibleConversations conversations, Timeline timeline, Replies replies, OutboundQueue queue,
            EntryMover mover, InboxItems items, ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.timeline = timeline;
        this.replies = replies;
        this.queue = queue;
        this.mover = mover;
        this.items = items;
        this.events = events;
    }

    /// @param topic a topic of the conversation, or `new`
    /// @param title of a new topic; none takes it from the entry
    record Move(@NotBlank String topic, @Nullable @Size(max = 120) String title) {}

    record MovedTo(InboxItem.TopicRow topic) {}

    @PostMapping("/withdraw")
    @Operation(summary = "Takes back an answer that has not left.")
    @Refuses(status = HttpStatus.CONFLICT, type = "already-sent", when = "it is on its way")
    EntryView withdraw(@PathVariable String id, @PathVariable String entry, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Entry answer = answer(conversation, entry, viewer);
        if (answer.delivery() != Delivery.WITHDRAWN && !queue.withdraw(job(answer), answer.topic())) {
            throw new ProblemException("already-sent", HttpStatus.CONFLICT,
                    "It is on its way already. Write to the customer if it was wrong.");
        }
        if (answer.promise() != null) {
            events.publishEvent(new AnswerWithdrawn(new PromiseId(answer.promise())));
        }
        return again(conversation, answer);
    }

    @PostMapping("/retry")
    @Operation(summary = "Sends a failed or unconfirmed answer again.")
    @Refuses(status = HttpStatus.CONFLICT, type = "not-failed", when = "there is nothing to repeat")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "reply-window-closed", when = "free text may not be sent there any more; `alternatives` names the channels that reach them")
    EntryView retry(@PathVariable String id, @PathVariable String entry, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        Entry answer = answer(conversation, entry, viewer);
        replies.checkAgain(conversation, answer.body());
        if (!queue.resend(job(answer))) {
            throw new ProblemException("not-failed", HttpStatus.CONFLICT, "This answer has not failed.");
        }
        return again(conversation, answer);
    }

    @PostMapping("/move")
    @Operation(summary = "Moves an entry to another topic of its conversation, or to a new one.")
    MovedTo move(@PathVariable String id, @PathVariable String entry, @Valid @RequestBody Move move, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        entry(conversation, entry, viewer);
        TopicId to = move.topic().equals(NEW_TOPIC) ? null : conversations.topic(move.topic(), viewer).topic().id();
        return switch (mover.move(conversation, new EntryId(entry), to, move.title())) {
            case Moved.Done(TopicId from, TopicId target) -> movedTo(target, viewer);
            case Moved.Unchanged(TopicId topic) -> movedTo(topic, viewer);
            case Moved.NotFound() -> throw ProblemException.notFound("The entry or the topic is not there any more.");
        };
    }

    private MovedTo movedTo(TopicId topic, Viewer viewer) {
        return items.rows(List.of(topic), viewer).stream().findFirst().map(InboxItem::topic).map(
                MovedTo::new).orElseThrow(
                        () -> ProblemException.notFound("The topic is not there any more."));
    }

    private Entry answer(Conversation conversation, String id, Viewer viewer) {
        Entry found = entry(conversation, id, viewer);
        if (!"out".equals(found.body().direction())) {
            throw ProblemException.notFound("There is no such answer in this conversation.");
        }
        return found;
    }

    private Entry entry(Conversation conversation, String id, Viewer viewer) {
        List<Entry> found = conversation.homes().stream().flatMap(
                home -> timeline.find(home, new EntryId(id)).stream()).toList();
        return conversations.visible(found, viewer).stream().findFirst().orElseThrow(
                () -> ProblemException.notFound("There is no such entry in this conversation."));
    }

    private EntryView again(Conversation conversation, Entry entry) {
        return timeline.find(entry.home(), entry.id()).map(found -> EntryView.of(conversation.id(), found)).orElseThrow(
                () -> ProblemException.notFound("The entry was erased meanwhile."));
    }

    private static OutboundQueue.Job job(Entry entry) {
        return new OutboundQueue.Job(new AccountId(Objects.requireNonNull(entry.body().account())), entry.home(),
                entry.id());
    }
}
