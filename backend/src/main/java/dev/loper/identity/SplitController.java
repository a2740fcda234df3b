package dev.loper.identity;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerView;
import dev.loper.customer.Customers;
import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Making two customers of one, with a preview, and undoing it.
@RestController
@Tag(name = "Customers")
@RequestMapping("/api/v1/customers/{id}/splits")
@AccessRule(Who.PEOPLE)
class SplitController {

    private final Splits splits;
    private final Merges merges;
    private final Answerable answerable;
    private final Touched touched;
    private final Customers customers;
    private final Topics topics;
    private final Access access;
    private final Audit audit;

    SplitController(Splits splits, Merges merges, Answerable answerable, Touched touched, Customers customers,
            Topics topics, Access access, Audit audit) {
        this.splits = splits;
        this.merges = merges;
        this.answerable = answerable;
        this.touched = touched;
        this.customers = customers;
        this.topics = topics;
        this.access = access;
        this.audit = audit;
    }

    /// What goes to the new customer.
    ///
    /// @param identities ids of addresses, with what was said on them
    /// @param topics     topics that go as a whole, whatever address they are on
    /// @param name       of the new customer
    /// @param preview    true to see what it would come to, and write nothing
    record NewSplit(@Nullable @Size(max = 50) List<@NotBlank @Size(max = 320) String> identities,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> topics,
            @Nullable @Size(max = 100) String name, @Nullable Boolean preview) {

        Splits.Cut cut() {
            return new Splits.Cut(identities == null ? List.of() : identities,
                    topics == null ? List.of() : topics.stream().map(TopicId::new).distinct().toList(), name);
        }
    }

    /// @param id       by which it is undone; none of a preview
    /// @param apart    who is on their own now
    /// @param preview  the topics that would be touched
    record Split(@Nullable String id, CustomerView customer, @Nullable CustomerView apart,
            @Nullable List<SplitTopic> preview) {}

    /// @param stays entries that stay, @param goes entries that go: a topic with both becomes two
    /// @param promises how many that are open go along
    record SplitTopic(String topic, String title, long stays, long goes, int promises) {}

    @PostMapping
    @Operation(summary = "Makes two customers of one, or shows what it would come to.")
    @ApiResponse(responseCode = "200", description = "The preview.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "They are two now.", useReturnTypeSchema = true)
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "this person may not answer all that goes")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "what-to-split", when = "neither addresses nor topics are given")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "a topic is not of this customer")
    @Refuses(status = HttpStatus.CONFLICT, type = "only-address", when = "they are all the addresses of the customer")
    @Refuses(status = HttpStatus.CONFLICT, type = "under-way", when = "an answer in it is just being sent")
    @Refuses(status = HttpStatus.CONFLICT, type = "on-the-phone", when = "a call in it is still on")
    @Refuses(status = HttpStatus.CONFLICT, type = "too-long", when = "a topic has more entries than one step takes")
    ResponseEntity<Split> split(@PathVariable String id, @Valid @RequestBody NewSplit request, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        Splits.Cut cut = request.cut();
        if (cut.identities().isEmpty() && cut.topics().isEmpty()) {
            throw ProblemException.field("what-to-split", "identities", "Choose addresses or topics that go.");
        }
        touched.mayAnswer(chosen(customer, cut.topics(), viewer).stream().map(Topic::id).toList(), viewer);
        touched.mayAnswer(touched.of(customer, cut.identities()), viewer);
        if (Boolean.TRUE.equals(request.preview())) {
            return ResponseEntity.ok(new Split(null, CustomerView.of(customer), null, splits.preview(customer,
                    cut).stream().filter(shares -> access.canSee(viewer, shares.topic().queue())).map(
                            shares -> new SplitTopic(shares.topic().id().value(), shares.topic().title(),
                                    shares.stays(), shares.goes(), shares.promises())).toList()));
        }
        Splits.Outcome outcome = splits.split(customer.id(), cut, author(viewer));
        if (outcome.no() != null) {
            throw refused(outcome.no());
        }
        Deed first = outcome.deeds().getFirst();
        audit.record(viewer.id().value(), "customer-split", first.from().id().value(),
                Map.of("to", first.to().id().value()));
        String all = outcome.deeds().stream().map(Deed::id).map(DeedId::value).collect(Collectors.joining("."));
        return ResponseEntity.status(HttpStatus.CREATED).body(
                new Split(all, view(first.from().id()), view(first.to().id()), null));
    }

    @DeleteMapping("/{split}")
    @Operation(summary = "Gives everything back that a split took.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "not all of what it touches is visible to this person")
    @Refuses(status = HttpStatus.CONFLICT, type = "moved-on", when = "something of it has gone on to somebody else since")
    @Refuses(status = HttpStatus.CONFLICT, type = "together-again", when = "both are one customer by a merge")
    @Refuses(status = HttpStatus.CONFLICT, type = "under-way", when = "an answer in it is just being sent")
    @Refuses(status = HttpStatus.CONFLICT, type = "on-the-phone", when = "a call in it is still on")
    CustomerView undo(@PathVariable String id, @PathVariable @Size(max = 700) String split, Viewer viewer) {
        Customer customer = answerable.customer(id, viewer);
        List<Deed> deeds = Stream.of(split.split("\\.")).map(DeedId::new).map(splits::find).map(
                found -> found.filter(deed -> merges.concerns(deed, customer.id())).orElseThrow(
                        SplitController::noSplit)).toList();
        touched.mayAnswer(deeds.stream().flatMap(deed -> touched(deed, viewer)).toList(), viewer);
        splits.undo(deeds.stream().map(Deed::id).toList(), author(viewer)).ifPresent(no -> {
            throw refused(no);
        });
        audit.record(viewer.id().value(), "split-undone", deeds.getFirst().from().id().value(),
                Map.of("to", deeds.getFirst().to().id().value()));
        return view(deeds.getFirst().from().id());
    }

    /// The topics that were chosen. What this person may not see is, for them, not there.
    private List<Topic> chosen(Customer customer, List<TopicId> ids, Viewer viewer) {
        List<Topic> visible = topics.of(customer.conversation()).stream().filter(
                topic -> access.canSee(viewer, topic.queue())).filter(topic -> ids.contains(topic.id())).toList();
        if (visible.size() < ids.size()) {
            throw ProblemException.field("unknown-topic", "topics", "One of the topics is not of this customer.");
        }
        return visible;
    }

    /// The topics that taking a deed back changes.
    private Stream<TopicId> touched(Deed deed, Viewer viewer) {
        return deed.kind() == Deed.Kind.MOVE
                ? splits.moved(deed).stream()
                : splits.undoing(deed, author(viewer)).stream().flatMap(plan -> touched.of(plan).stream());
    }

    private static ProblemException refused(Done done) {
        return done instanceof Done.Refused(String reason, String sentence)
                ? new ProblemException(reason, HttpStatus.CONFLICT, sentence)
                : ProblemException.notFound("This customer has no such address or topic.");
    }

    private CustomerView view(CustomerId id) {
        return customers.find(id).map(CustomerView::of).orElseThrow(Answerable::nobody);
    }

    private static ProblemException noSplit() {
        return ProblemException.notFound("There is no such split of this customer.");
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
