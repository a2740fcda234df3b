package dev.loper.routing;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.People;
import dev.loper.access.QueueId;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Changed;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.InboxItem;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.TopicCommands;
import dev.loper.conversation.VisibleConversations;
import dev.loper.message.Author;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Moves a topic to another queue: also to one the mover may not look into.
@RestController
@RequestMapping("/api/v1/topics/{id}/queue")
@AccessRule(Who.PEOPLE)
class TopicQueueController {

    private final VisibleConversations conversations;
    private final TopicCommands commands;
    private final KnownQueues queues;
    private final InboxItems items;
    private final People people;
    private final Access access;

    TopicQueueController(VisibleConversations conversations, TopicCommands commands, KnownQueues queues,
            InboxItems items, People people, Access access) {
        this.conversations = conversations;
        this.commands = commands;
        this.queues = queues;
        this.items = items;
        this.people = people;
        this.access = access;
    }

    /// @param note a word to whoever takes it up there
    record Transfer(@NotBlank @Size(max = 40) String queue, @Nullable @Size(max = 2000) String note) {}

    /// @return the row as it is now; nothing if the mover does not see it any more
    @PostMapping
    @Operation(summary = "Moves a topic to another queue, with a word to whoever takes it up there.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-queue", when = "there is no such queue, or it takes nothing any more")
    ResponseEntity<InboxItem> move(@PathVariable String id, @Valid @RequestBody Transfer transfer, Viewer viewer) {
        VisibleConversations.Found found = conversations.topic(id, viewer);
        Queue queue = queues.find(new QueueId(transfer.queue())).filter(Queue::active).orElseThrow(
                () -> ProblemException.field("unknown-queue", "queue",
                        "There is no such queue, or it takes nothing any more. Choose another."));
        PersonId mayKeep = Optional.ofNullable(found.topic().assignee()).filter(
                assignee -> maySee(assignee, queue.id())).orElse(null);
        String note = Optional.ofNullable(transfer.note()).orElse("").strip();
        Changed changed = commands.moveTo(new EntryBody.QueueRef(queue.id().value(), queue.name()),
                found.conversation(), found.topic().id(), mayKeep, note,
                new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name()));
        return switch (changed) {
            case Changed.Done done -> row(id, viewer);
            case Changed.Unchanged same -> row(id, viewer);
            case Changed.NoTopic gone -> throw ProblemException.notFound("There is no such topic any more.");
        };
    }

    private boolean maySee(PersonId person, QueueId queue) {
        return people.byId(person).filter(found -> access.canSee(found, queue)).isPresent();
    }

    private ResponseEntity<InboxItem> row(String id, Viewer viewer) {
        return items.rows(List.of(new TopicId(id)), viewer).stream().findFirst().map(ResponseEntity::ok).orElseGet(
                () -> ResponseEntity.noContent().build());
    }
}
