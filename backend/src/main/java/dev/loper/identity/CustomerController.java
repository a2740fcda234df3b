package dev.loper.identity;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerEdits;
import dev.loper.customer.CustomerLookUp;
import dev.loper.customer.CustomerView;
import dev.loper.customer.Customers;
import dev.loper.message.CustomerId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Looking customers up, and writing down what they are called and speak.
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers")
@AccessRule(Who.PEOPLE)
class CustomerController {

    private static final int AT_MOST = 20;
    private static final int LOOKED_AT = 100;

    private final CustomerLookUp lookUp;
    private final CustomerEdits edits;
    private final Customers customers;
    private final Answerable answerable;
    private final CustomerAccess access;
    private final Audit audit;

    CustomerController(CustomerLookUp lookUp, CustomerEdits edits, Customers customers, Answerable answerable,
            CustomerAccess access, Audit audit) {
        this.lookUp = lookUp;
        this.edits = edits;
        this.customers = customers;
        this.answerable = answerable;
        this.access = access;
        this.audit = audit;
    }

    record Found(List<CustomerView> items) {}

    /// What is to be known of a customer; what is absent stays, an empty language or zone is cleared.
    ///
    /// @param language a BCP 47 tag
    /// @param zone     an IANA time zone
    record CustomerEdit(@Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 100) String name,
            @Nullable @Pattern(regexp = "|[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}") String language,
            @Nullable @Size(max = 60) String zone) {}

    @GetMapping
    @Operation(summary = "Looks customers up by an address, the beginning of a name, or an id.")
    Found find(@RequestParam @Size(max = 200) String q, Viewer viewer) {
        Map<CustomerId, CustomerView> found = new LinkedHashMap<>();
        lookUp.find(q).stream().limit(LOOKED_AT).flatMap(id -> customers.find(id).stream()).filter(
                customer -> access.maySee(customer, viewer)).forEach(
                        customer -> found.putIfAbsent(customer.id(), CustomerView.of(customer)));
        return new Found(found.values().stream().limit(AT_MOST).toList());
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Writes down what a customer is called, what they speak and in which time zone they are.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "this person may not answer the customer")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-zone", when = "there is no such time zone")
    CustomerView edit(@PathVariable String id, @Valid @RequestBody CustomerEdit edit, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        String zone = edit.zone();
        if (zone != null && !zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw ProblemException.field("unknown-zone", "zone",
                    "There is no such time zone. Choose one such as Europe/Amsterdam.");
        }
        edits.edit(customer.id(), new CustomerEdits.Edit(edit.name() == null ? null : edit.name().strip(),
                edit.language(), zone));
        audit.record(viewer.id().value(), "customer-edited", customer.id().value(), Map.of());
        return customers.find(customer.id()).map(CustomerView::of).orElseThrow(Answerable::nobody);
    }
}
