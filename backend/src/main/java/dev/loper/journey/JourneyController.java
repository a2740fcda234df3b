package dev.loper.journey;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.feed.Feed;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a customer did on our sites, for whoever may see the customer; and the way back to where they stopped.
@RestController
@Tag(name = "Steps")
@RequestMapping("/api/v1/customers/{id}")
@AccessRule(Who.PEOPLE)
class JourneyController {

    private static final int VISITS = 20;

    private final Customers customers;
    private final VisibleConversations conversations;
    private final Steps steps;
    private final Resumes resumes;
    private final RecentMessages messages;
    private final Clock clock;
    private final Audit audit;
    private final Feed feed;

    JourneyController(Customers customers, VisibleConversations conversations, Steps steps, Resumes resumes,
            RecentMessages messages, Clock clock, Audit audit, Feed feed) {
        this.customers = customers;
        this.conversations = conversations;
        this.steps = steps;
        this.resumes = resumes;
        this.messages = messages;
        this.clock = clock;
        this.audit = audit;
        this.feed = feed;
    }

    /// @param noticed changes in how they behave: some of `third-contact`, `silent`, `basket-left-twice`
    record VisitViews(List<VisitView> items, List<String> noticed, String live) {}

    /// @param where   the page they were on last, or the form step they stopped at
    /// @param ordered whether it ended in an order
    /// @param invited by which trigger they were invited to chat, if they were
    record VisitView(Instant from, Instant to, String where, @Nullable FlowView flow, @Nullable BasketView basket,
            boolean ordered, int pages, @Nullable String invited) {}

    /// @param id     the step they stopped at
    /// @param resume whether there is a way back to it
    record FlowView(String id, String name, String label, int step, int of, List<String> labels,
            List<FilledIn> values, boolean resume) {}

    record FilledIn(String name, String value) {}

    record BasketView(String total, String currency, List<String> items) {}

    record ResumeWanted(@NotBlank @Size(max = 64) String step) {}

    /// @param url works until it expires; what was filled in is not in it
    record ResumeLink(@Schema(format = "uri") String url, Instant expiresAt) {}

    @GetMapping("/steps")
    @Operation(summary = "Tells what a customer did on our sites, by visit, the newest first.")
    VisitViews visits(@PathVariable String id, Viewer viewer) {
        String live = feed.head().toString();
        Customer customer = customer(id, viewer);
        List<Step> all = steps.of(customer);
        List<Visits.Visit> visits = Visits.of(all);
        Set<String> ways = all.stream().filter(resumes::leadsHome).map(Step::id).collect(Collectors.toSet());
        return new VisitViews(visits.stream().limit(VISITS).map(visit -> view(visit, ways)).toList(),
                signals(customer, visits, viewer), live);
    }

    @PostMapping("/resume")
    @Operation(summary = "Makes a link back to the form step a customer stopped at, with what they had filled in.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-step", when = "no such step of this customer is kept any more")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-way-back", when = "its page is on none of our https sites")
    ResumeLink resume(@PathVariable String id, @Valid @RequestBody ResumeWanted wanted, Viewer viewer) {
        Customer customer = customer(id, viewer);
        Steps.Of found = steps.find(customer, wanted.step()).orElseThrow(
                () -> ProblemException.field("unknown-step", "step", "This step is not kept any more."));
        Resumes.Link link = resumes.link(found.visitor(), found.step()).orElseThrow(
                () -> ProblemException.field("no-way-back", "step",
                        "Its page is on none of the sites people are sent to."));
        audit.record(viewer.id().value(), "resume-link-made", customer.id().value(), Map.of("step", found.step().id()));
        return new ResumeLink(link.url(), link.expiresAt());
    }

    /// By what they wrote lately in matters that the viewer may see.
    private List<String> signals(Customer customer, List<Visits.Visit> visits, Viewer viewer) {
        Conversation conversation = conversations.conversation(customer.conversation().value(), viewer);
        List<Topic> seen = conversations.topics(conversation, viewer);
        Set<TopicId> mine = seen.stream().map(Topic::id).collect(Collectors.toSet());
        Set<String> open = seen.stream().filter(topic -> topic.status() != Topic.Status.RESOLVED).map(
                topic -> topic.id().value()).collect(Collectors.toSet());
        return Signals.of(messages.of(conversation, mine), open, visits, clock.instant());
    }

    private Customer customer(String id, Viewer viewer) {
        Customer customer = customers.find(new CustomerId(id)).orElseThrow(
                () -> ProblemException.notFound("There is no such customer."));
        Objects.requireNonNull(conversations.conversation(customer.conversation().value(), viewer));
        return customer;
    }

    private static VisitView view(Visits.Visit visit, Set<String> ways) {
        Visits.Flow flow = visit.flow();
        Visits.Basket basket = visit.basket();
        return new VisitView(visit.from(), visit.to(), visit.where(),
                flow == null
                        ? null
                        : new FlowView(flow.id(), flow.name(), flow.label(), flow.step(), flow.of(), flow.labels(),
                                flow.values().stream().map(value -> new FilledIn(value.name(), value.value())).toList(),
                                ways.contains(flow.id())),
                basket == null ? null : new BasketView(basket.total(), basket.currency(), basket.items()),
                visit.ordered(), visit.pages(), visit.invited());
    }
}
