package dev.loper.promise;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.message.Author;
import dev.loper.message.EntryId;
import dev.loper.web.PageCursor;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Promises as a list, and what is done with one.
@RestController
@Tag(name = "Promises")
@RequestMapping("/api/v1/promises")
@AccessRule(Who.PEOPLE)
class PromiseController {

    private final VisiblePromises visible;
    private final Promises promises;
    private final PromiseLists lists;
    private final PromiseKeeping keeping;
    private final RequestAsking asking;

    PromiseController(VisiblePromises visible, Promises promises, PromiseLists lists, PromiseKeeping keeping,
            RequestAsking asking) {
        this.visible = visible;
        this.promises = promises;
        this.lists = lists;
        this.keeping = keeping;
        this.asking = asking;
    }

    /// @param next the cursor of the next page; null after the last
    record PromisePage(List<PromiseView> items, @Nullable String next) {}

    /// @param entry    the answer of ours, or the call, that keeps it, if one does
    /// @param clientId makes repeating it harmless
    record Keep(@Nullable @Size(max = 32) String entry, @NotBlank @Size(max = 100) String clientId) {}

    /// @param reason why it is not the moment that was promised, in the customer's hearing
    /// @param text   the whole sentence in the agent's words; none has it put into words
    record Renegotiation(@NotNull Instant dueAt, @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 2000) String text, @NotBlank @Size(max = 100) String clientId) {}

    record Release(@NotBlank @Size(max = 500) String reason, @NotBlank @Size(max = 100) String clientId) {}

    /// @param state a state; `active` (the default): open, due soon and late; `due`: open and due soon; `waits`: for
    ///     somebody else; or `all`
    /// @param owner a person's id
    /// @param until only those to be kept, and before this moment
    @GetMapping
    @Operation(summary = "Lists promises by state, those due first at the top; of one owner or one queue if asked.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-state", when = "there is no such state")
    PromisePage list(@RequestParam(defaultValue = "active") String state,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "") String cursor, Viewer viewer) {
        String after = cursor.isEmpty() ? "" : PageCursor.check("cursor", cursor, Promises.CURSOR);
        PromiseLists.Page page = lists.page(new PromiseLists.Asked(state, owner, queue, until), after, viewer);
        return new PromisePage(visible.views(page.promises(), viewer), page.next());
    }

    /// How many promises there are to be kept.
    ///
    /// @param mine  the viewer's own
    /// @param due   open and due soon, before the moment that was asked for
    /// @param waits that wait for somebody else
    record PromiseCounts(long mine, long due, long waits, long late, long active) {}

    @GetMapping("/counts")
    @Operation(summary = "Counts the promises to be kept: the viewer's, those due before a moment, those that wait, those that are late.")
    PromiseCounts counts(@RequestParam Instant until, Viewer viewer) {
        return new PromiseCounts(promises.count(lists.of("active", viewer.id().value(), null, viewer), null),
                promises.count(lists.of("due", null, null, viewer), until),
                promises.count(lists.of("waits", null, null, viewer), null),
                promises.count(lists.of("late", null, null, viewer), null),
                promises.count(lists.of("active", null, null, viewer), null));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Reads a promise.")
    PromiseView promise(@PathVariable String id, Viewer viewer) {
        return visible.view(visible.find(id, viewer));
    }

    @PostMapping("/{id}/keep")
    @Operation(summary = "Says that a promise is kept.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-answer-of-ours", when = "`entry` is none in its conversation")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-closed", when = "it is kept or released already")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-moved-on", when = "somebody changed it meanwhile")
    PromiseView keep(@PathVariable String id, @Valid @RequestBody Keep keep, Viewer viewer) {
        Promise promise = visible.find(id, viewer);
        EntryId answer = keep.entry() == null ? null : visible.answer(keep.entry(), promise, viewer);
        return after(keeping.keep(promise, answer, keep.clientId(), viewer), id, viewer);
    }

    @PostMapping("/{id}/renegotiate")
    @Operation(summary = "Tells the customer another moment, and why.")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-closed", when = "it is kept or released already")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-moved-on", when = "somebody changed it meanwhile")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-moment", when = "the moment is past or too far away")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unreachable-at-that-time", when = "this channel will not reach the customer then")
    PromiseView renegotiate(@PathVariable String id, @Valid @RequestBody Renegotiation wanted, Viewer viewer) {
        PromiseView moved = after(keeping.renegotiate(visible.find(id, viewer), wanted.dueAt(), wanted.reason(),
                wanted.text(), wanted.clientId(), viewer), id, viewer);
        asking.follow(visible.find(id, viewer));
        return moved;
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Releases a promise that is no longer needed.")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-closed", when = "it is kept or released already")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-moved-on", when = "somebody changed it meanwhile")
    PromiseView release(@PathVariable String id, @Valid @RequestBody Release release, Viewer viewer) {
        return after(keeping.release(visible.find(id, viewer), release.reason().strip(), release.clientId(),
                new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name())), id, viewer);
    }

    private PromiseView after(PromiseChange change, String id, Viewer viewer) {
        return switch (change) {
            case PromiseChange.Done done -> promise(id, viewer);
            case PromiseChange.Repeat repeat -> promise(id, viewer);
            case PromiseChange.Closed(PromiseState state) -> throw new ProblemException("promise-closed",
                    HttpStatus.CONFLICT, "This promise is closed already: it was " + state.wire().replace('-', ' ')
                            + ".",
                    Map.of("state", state.wire()));
            case PromiseChange.MovedOn movedOn -> throw new ProblemException("promise-moved-on", HttpStatus.CONFLICT,
                    "Somebody changed this promise meanwhile. Look at it again.");
            case PromiseChange.TooMany tooMany -> throw new IllegalStateException("Only the page is counted.");
            case PromiseChange.Gone gone -> throw ProblemException.notFound(
                    "The promise's topic has just been moved. Try again.");
        };
    }
}
