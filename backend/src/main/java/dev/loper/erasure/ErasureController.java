package dev.loper.erasure;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Erased;
import dev.loper.conversation.Topic;
import dev.loper.message.CustomerId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Erasing a customer: what it would remove, and doing it. It cannot be undone, so whoever does it says the name.
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers/{id}/erasure")
@AccessRule(Who.ADMINISTRATORS)
class ErasureController {

    private final Erasure erasure;
    private final Audit audit;

    ErasureController(Erasure erasure, Audit audit) {
        this.erasure = erasure;
        this.audit = audit;
    }

    /// What would go.
    ///
    /// @param since    of the first entry
    /// @param promises topics in which something is promised still
    record ErasurePreview(String name, int entries, int files, int topics, int addresses, int openTopics, int promises,
            @Nullable Instant since) {}

    /// @param name of the customer, as the preview gives it
    record ErasureWanted(@NotNull @Size(max = 300) String name) {}

    @GetMapping
    @Operation(summary = "Says what erasing a customer would remove.")
    ErasurePreview preview(@PathVariable String id) {
        Erased found = find(id);
        return new ErasurePreview(found.customer().name(), found.entries().size(),
                found.entries().stream().mapToInt(entry -> entry.attachments().size()).sum(), found.topics().size(),
                found.customer().identities().size(),
                (int) found.topics().stream().filter(topic -> topic.status() != Topic.Status.RESOLVED).count(),
                (int) found.topics().stream().filter(topic -> topic.promise() != null).count(),
                found.entries().isEmpty() ? null : first(found).at());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erases a customer for good: what was said, done, told and promised, files, and who they were.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "other-name", when = "the name is not this customer's")
    void erase(@PathVariable String id, @Valid @RequestBody ErasureWanted wanted, Viewer viewer) {
        Erased found = find(id);
        if (!found.customer().name().strip().equalsIgnoreCase(wanted.name().strip())) {
            throw ProblemException.field("other-name", "name",
                    "That is not what this customer is called. Nothing was erased.");
        }
        erasure.erase(found.customer().id());
        audit.record(viewer.id().value(), "customer-erased", found.customer().id().value(),
                Map.of("entries", String.valueOf(found.entries().size())));
    }

    private static Entry first(Erased found) {
        return found.entries().getLast();
    }

    private Erased find(String id) {
        return erasure.find(new CustomerId(id)).orElseThrow(
                () -> ProblemException.notFound("There is no such customer."));
    }
}
