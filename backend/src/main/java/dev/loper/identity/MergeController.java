package dev.loper.identity;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerView;
import dev.loper.customer.Customers;
import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Joining customers: a preview, the deed, and its undoing.
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers/{id}/merges")
@AccessRule(Who.PEOPLE)
class MergeController {

    private final Merges merges;
    private final Previews previews;
    private final Answerable answerable;
    private final Touched touched;
    private final Customers customers;
    private final Audit audit;

    MergeController(Merges merges, Previews previews, Answerable answerable, Touched touched, Customers customers,
            Audit audit) {
        this.merges = merges;
        this.previews = previews;
        this.answerable = answerable;
        this.touched = touched;
        this.customers = customers;
        this.audit = audit;
    }

    /// @param with    who is joined; they remain as a redirect
    /// @param choices field (`name`, `language`, `zone`) → the id of the customer whose value is kept
    /// @param preview true to see what it would come to, and write nothing
    record NewMerge(@NotBlank @Size(max = 40) String with, @Nullable @Size(max = 10) Map<String, String> choices,
            @Nullable Boolean preview) {}

    /// @param id       the merge; none of a preview
    /// @param customer who is one customer now
    record Merged(@Nullable String id, @Nullable CustomerView customer, @Nullable MergePreview preview) {}

    record Joined(List<DeedView> items) {}

    /// @param undo what undoing it would come to now; none if it was undone
    record MergeView(DeedView merge, @Nullable UndoPreview undo) {}

    /// @param customer who remains, @param apart who is on their own again
    record Apart(String id, CustomerView customer, CustomerView apart) {}

    @PostMapping
    @Operation(summary = "Joins another customer to this one, or shows what it would come to.")
    @ApiResponse(responseCode = "200", description = "The preview, or they are one already.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "They are one now.", useReturnTypeSchema = true)
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "not all of what it touches is visible to this person")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "same-customer", when = "both are one customer already")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-choice", when = "a value is chosen of neither of the two")
    ResponseEntity<Merged> merge(@PathVariable String id, @Valid @RequestBody NewMerge request, Viewer viewer) {
        Customer stays = answerable.customer(id, viewer);
        Customer joins = answerable.customer(request.with(), viewer);
        touched.mayAnswer(touched.of(stays), viewer);
        touched.mayAnswer(touched.of(joins), viewer);
        Map<String, CustomerId> choices = choices(request.choices(), id, request.with(), stays, joins);
        if (Boolean.TRUE.equals(request.preview())) {
            return ResponseEntity.ok(new Merged(null, null, previews.merge(stays, joins, choices)));
        }
        if (id.equals(request.with())) {
            throw ProblemException.field("same-customer", "with", "Choose another customer: this is the same one.");
        }
        return switch (merges.merge(new CustomerId(id), new CustomerId(request.with()), choices, author(viewer))) {
            case Done.Now(Deed deed) -> {
                audit.record(viewer.id().value(), "customers-merged", deed.to().id().value(),
                        Map.of("with", deed.from().id().value(), "merge", deed.id().value()));
                yield ResponseEntity.status(HttpStatus.CREATED).body(merged(deed.id().value(), id));
            }
            case Done.Already(Deed deed) -> ResponseEntity.ok(merged(deed == null ? null : deed.id().value(), id));
            case Done.NotFound missing -> throw Answerable.nobody();
            case Done.Refused(String reason, String sentence) ->
                throw new ProblemException(reason, HttpStatus.CONFLICT, sentence);
        };
    }

    @GetMapping
    @Operation(summary = "Lists the merges a customer is the result of.")
    Joined list(@PathVariable String id, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        return new Joined(merges.of(customer.id()).stream().map(DeedView::of).toList());
    }

    @GetMapping("/{merge}")
    @Operation(summary = "Shows a merge, and what undoing it would come to now.")
    MergeView one(@PathVariable String id, @PathVariable String merge, Viewer viewer) {
        Deed deed = merge(id, merge, viewer);
        return new MergeView(DeedView.of(deed),
                merges.undoing(deed, author(viewer)).map(
                        plan -> previews.undoing(deed, plan, viewer)).orElse(null));
    }

    @DeleteMapping("/{merge}")
    @Operation(summary = "Takes two joined customers apart again.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "not all of what it touches is visible to this person")
    Apart undo(@PathVariable String id, @PathVariable String merge, Viewer viewer) {
        Deed deed = merge(id, merge, viewer);
        merges.undoing(deed, author(viewer)).ifPresent(plan -> touched.mayAnswer(touched.of(plan), viewer));
        return switch (merges.undo(deed.id(), author(viewer))) {
            case Done.Now(Deed undone) -> {
                audit.record(viewer.id().value(), "merge-undone", deed.to().id().value(),
                        Map.of("with", deed.from().id().value(), "merge", deed.id().value()));
                yield apart(undone);
            }
            case Done.Already already -> apart(deed);
            case Done.NotFound missing -> throw noMerge();
            case Done.Refused(String reason, String sentence) ->
                throw new ProblemException(reason, HttpStatus.CONFLICT, sentence);
        };
    }

    /// The deed, if this person may answer the customer it is about.
    private Deed merge(String id, String merge, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        return merges.find(new DeedId(merge)).filter(deed -> merges.concerns(deed, customer.id())).orElseThrow(
                MergeController::noMerge);
    }

    private Apart apart(Deed deed) {
        return new Apart(deed.id().value(), view(deed.to().id().value()), view(deed.from().id().value()));
    }

    private Merged merged(@Nullable String deed, String id) {
        return new Merged(deed, view(id), null);
    }

    private CustomerView view(String id) {
        return customers.find(new CustomerId(id)).map(CustomerView::of).orElseThrow(Answerable::nobody);
    }

    /// What was chosen, of the customers they are today.
    private static Map<String, CustomerId> choices(@Nullable Map<String, String> asked, String id, String with,
            Customer stays, Customer joins) {
        Map<String, CustomerId> today = new HashMap<>(Map.of(stays.id().value(), stays.id()));
        today.put(joins.id().value(), joins.id());
        today.put(with, joins.id());
        today.put(id, stays.id());
        Map<String, CustomerId> chosen = new HashMap<>();
        Optional.ofNullable(asked).orElse(Map.of()).forEach((field, customer) -> chosen.put(field,
                Optional.ofNullable(today.get(customer)).orElseThrow(() -> ProblemException.field("unknown-choice",
                        "choices", "Choose the value of one of the two customers for “" + field + "”."))));
        return chosen;
    }

    private static ProblemException noMerge() {
        return ProblemException.notFound("There is no such merge of this customer.");
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
