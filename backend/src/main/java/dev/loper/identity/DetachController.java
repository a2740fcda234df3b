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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Taking addresses off a customer, and saying which are used by several people.
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers/{id}")
@AccessRule(Who.PEOPLE)
class DetachController {

    private final Detachments detachments;
    private final RedisSharing sharing;
    private final Merges merges;
    private final Previews previews;
    private final Answerable answerable;
    private final Touched touched;
    private final Customers customers;
    private final Audit audit;

    DetachController(Detachments detachments, RedisSharing sharing, Merges merges, Previews previews,
            Answerable answerable, Touched touched, Customers customers, Audit audit) {
        this.detachments = detachments;
        this.sharing = sharing;
        this.merges = merges;
        this.previews = previews;
        this.answerable = answerable;
        this.touched = touched;
        this.customers = customers;
        this.audit = audit;
    }

    /// @param identities ids of the addresses to take off
    /// @param name       of the new customer; none takes what the last message from there was signed with
    record NewDetachment(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 320) String> identities,
            @Nullable @Size(max = 100) String name) {}

    /// @param customer who had the addresses, @param apart who has them now
    record Detached(String id, CustomerView customer, CustomerView apart) {}

    /// @param undo what undoing it would come to now; none if it was undone, or both are one customer again
    record DetachmentView(DeedView detachment, @Nullable UndoPreview undo) {}

    /// @param identity an address's id
    /// @param shared   whether several people use it
    record Sharing(@NotBlank @Size(max = 320) String identity, boolean shared) {}

    @PostMapping("/detachments")
    @Operation(summary = "Takes addresses off a customer: they become a customer of their own.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "not all of what it touches is visible to this person")
    @Refuses(status = HttpStatus.CONFLICT, type = "only-address", when = "they are all the addresses of the customer")
    @ResponseStatus(HttpStatus.CREATED)
    Detached detach(@PathVariable String id, @Valid @RequestBody NewDetachment request, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        touched.mayAnswer(touched.of(customer, request.identities()), viewer);
        Deed deed = done(detachments.detach(customer.id(), request.identities(), request.name(), author(viewer)));
        audit.record(viewer.id().value(), "addresses-detached", customer.id().value(),
                Map.of("to", deed.to().id().value(), "detachment", deed.id().value()));
        return detached(deed);
    }

    @GetMapping("/detachments/{detachment}")
    @Operation(summary = "Shows a detachment, and what undoing it would come to now.")
    DetachmentView one(@PathVariable String id, @PathVariable String detachment, Viewer viewer) {
        Deed deed = detachment(id, detachment, viewer);
        return new DetachmentView(DeedView.of(deed),
                detachments.undoing(deed, author(viewer)).map(
                        plan -> previews.undoing(deed, plan, viewer)).orElse(null));
    }

    @DeleteMapping("/detachments/{detachment}")
    @Operation(summary = "Gives detached addresses back to whoever they came from.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "not all of what it touches is visible to this person")
    @Refuses(status = HttpStatus.CONFLICT, type = "together-again", when = "both are one customer again by a merge")
    Detached undo(@PathVariable String id, @PathVariable String detachment, Viewer viewer) {
        Deed detached = detachment(id, detachment, viewer);
        detachments.undoing(detached, author(viewer)).ifPresent(
                plan -> touched.mayAnswer(touched.of(plan), viewer));
        Deed deed = done(detachments.undo(detached.id(), author(viewer)));
        audit.record(viewer.id().value(), "detachment-undone", deed.from().id().value(),
                Map.of("to", deed.to().id().value(), "detachment", deed.id().value()));
        return detached(deed);
    }

    @PutMapping("/shared-identities")
    @Operation(summary = "Says whether an address is used by several people.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "not all of what it touches is visible to this person")
    CustomerView share(@PathVariable String id, @Valid @RequestBody Sharing request, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        touched.mayAnswer(touched.of(customer, List.of(request.identity())), viewer);
        boolean known = customer.identities().stream().anyMatch(
                identity -> identity.id().equals(request.identity()));
        if (!known || !sharing.mark(request.identity(),
                request.shared() ? RedisSharing.Users.SEVERAL : RedisSharing.Users.ONE, author(viewer))) {
            throw noAddress();
        }
        audit.record(viewer.id().value(), request.shared() ? "address-shared" : "address-unshared",
                customer.id().value(), Map.of());
        return view(customer.id());
    }

    private static Deed done(Done done) {
        return switch (done) {
            case Done.Now(Deed deed) -> deed;
            case Done.Already(Deed deed) when deed != null -> deed;
            case Done.Already already -> throw noAddress();
            case Done.NotFound missing -> throw noAddress();
            case Done.Refused(String reason, String sentence) ->
                throw new ProblemException(reason, HttpStatus.CONFLICT, sentence);
        };
    }

    private Deed detachment(String id, String detachment, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        return detachments.find(new DeedId(detachment)).filter(
                deed -> merges.concerns(deed, customer.id())).orElseThrow(
                        () -> ProblemException.notFound("There is no such detachment of this customer."));
    }

    private Detached detached(Deed deed) {
        return new Detached(deed.id().value(), view(deed.from().id()), view(deed.to().id()));
    }

    private CustomerView view(CustomerId id) {
        return customers.find(id).map(CustomerView::of).orElseThrow(Answerable::nobody);
    }

    private static ProblemException noAddress() {
        return ProblemException.notFound("This customer has no such address.");
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
