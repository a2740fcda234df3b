package dev.loper.routing;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.QueueId;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The queues: everybody reads those they may see, administrators change them.
@RestController
@Tag(name = "Queues")
@RequestMapping("/api/v1/queues")
class QueueController {

    private final KnownQueues queues;
    private final QueueChanges changes;
    private final Access access;

    QueueController(KnownQueues queues, QueueChanges changes, Access access) {
        this.queues = queues;
        this.changes = changes;
        this.access = access;
    }

    /// @param items  those this person may see
    /// @param others those they may only send topics to
    record QueuePage(List<QueueView> items, List<QueueView.Ref> others) {}

    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Lists the queues a person may see, and those they may send topics to.")
    QueuePage all(Viewer viewer) {
        boolean administrator = access.canAdminister(viewer);
        return new QueuePage(
                queues.all().stream().filter(queue -> access.canSee(viewer, queue.id())).map(
                        queue -> QueueView.of(queue, administrator)).toList(),
                queues.all().stream().filter(queue -> queue.active() && !access.canSee(viewer, queue.id())).map(
                        QueueView.Ref::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AccessRule(Who.ADMINISTRATORS)
    @Operation(summary = "Adds a queue.")
    QueueView add(Viewer viewer, @Valid @RequestBody QueueForm form) {
        return QueueView.of(changes.add(viewer, form), true);
    }

    /// @param order the ids of all queues, the first first
    record Order(@NotNull @Size(max = 200) List<@NotBlank @Size(max = 40) String> order) {}

    record Ordered(List<QueueView> items) {}

    @PostMapping("/order")
    @AccessRule(Who.ADMINISTRATORS)
    @Operation(summary = "Puts the queues in another order, in which their rules are asked.")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "there are other queues now, or somebody changed one")
    Ordered order(Viewer viewer, @Valid @RequestBody Order body) {
        return new Ordered(changes.order(viewer, body.order().stream().map(QueueId::new).toList()).stream().map(
                queue -> QueueView.of(queue, true)).toList());
    }

    @PutMapping("/{id}")
    @AccessRule(Who.ADMINISTRATORS)
    @Operation(summary = "Changes a queue.")
    QueueView change(Viewer viewer, @PathVariable String id, @Valid @RequestBody QueueForm form) {
        return QueueView.of(changes.change(viewer, new QueueId(id), form), true);
    }
}
