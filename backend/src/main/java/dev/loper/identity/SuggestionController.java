package dev.loper.identity;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.customer.Customer;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who may be the same person as a customer. Accepting one is a merge; refusing one is remembered.
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers/{id}/suggestions")
@AccessRule(Who.PEOPLE)
class SuggestionController {

    private final Lookalikes suggestions;
    private final RedisApart apart;
    private final Answerable answerable;
    private final CustomerAccess access;
    private final VisibleClues clues;
    private final Audit audit;

    SuggestionController(Lookalikes suggestions, RedisApart apart, Answerable answerable,
            CustomerAccess access, VisibleClues clues, Audit audit) {
        this.suggestions = suggestions;
        this.apart = apart;
        this.answerable = answerable;
        this.access = access;
        this.clues = clues;
        this.audit = audit;
    }

    record Suggested(List<SuggestionView> items) {}

    /// @param id       the other customer's: what a merge is made `with`
    /// @param strength how much the evidence says
    @Schema(name = "Suggestion")
    record SuggestionView(String id, OtherView customer, List<EvidenceView> evidence,
            @Schema(allowableValues = {
                    "strong", "likely", "possible"}) String strength) {

        static SuggestionView of(Suggestion suggestion) {
            Customer other = suggestion.customer();
            return new SuggestionView(other.id().value(),
                    new OtherView(other.id().value(), other.name(), other.conversation().value()),
                    suggestion.evidence().stream().map(EvidenceView::of).toList(),
                    suggestion.strength().name().toLowerCase(Locale.ROOT));
        }
    }

    record OtherView(String id, String name, String conversation) {}

    /// @param value  what both have
    /// @param source the kind of the address on which the other one has it
    @Schema(name = "SuggestionEvidence")
    record EvidenceView(
            @Schema(allowableValues = {
                    "proven-address", "arrived", "same-number", "typed-address",
                    "same-order", "name-and-postcode"}) String kind,
            String value, String source) {

        static EvidenceView of(Suggestion.Evidence evidence) {
            return new EvidenceView(evidence.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    evidence.value(), evidence.source());
        }
    }

    @GetMapping
    @Operation(summary = "Lists who may be the same person, with what speaks for it; to accept one, merge with it.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "this person may not answer the customer")
    Suggested list(@PathVariable String id, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        List<Suggestion> answerable = suggestions.of(customer).stream().filter(
                suggestion -> access.mayAnswer(suggestion.customer(), viewer)).toList();
        return new Suggested(clues.of(customer, answerable, viewer).stream().map(SuggestionView::of).toList());
    }

    @DeleteMapping("/{suggestion}")
    @Operation(summary = "Says that the two are not one: they are never suggested to each other again.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "this person may not answer both")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String id, @PathVariable String suggestion, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        Customer other = answerable.customer(suggestion, viewer);
        if (!customer.id().equals(other.id())) {
            apart.say(customer, other);
            audit.record(viewer.id().value(), "customers-not-one", customer.id().value(),
                    Map.of("other", other.id().value()));
        }
    }
}
