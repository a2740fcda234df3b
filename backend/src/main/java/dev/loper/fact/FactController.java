package dev.loper.fact;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.VisibleConversations;
import dev.loper.customer.Customers;
import dev.loper.feed.Feed;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a customer told us: reading it, confirming and correcting it.
@RestController
@Tag(name = "Facts")
@RequestMapping("/api/v1/customers/{id}/facts")
@AccessRule(Who.PEOPLE)
class FactController {

    private final Customers customers;
    private final VisibleConversations conversations;
    private final Timeline timeline;
    private final KnownFacts known;
    private final QuestionPlan plan;
    private final Facts facts;
    private final FactKinds kinds;
    private final Feed feed;
    private final Clock clock;

    FactController(Customers customers, VisibleConversations conversations, Timeline timeline, KnownFacts known,
            QuestionPlan plan, Facts facts, FactKinds kinds, Feed feed, Clock clock) {
        this.customers = customers;
        this.conversations = conversations;
        this.timeline = timeline;
        this.known = known;
        this.plan = plan;
        this.facts = facts;
        this.kinds = kinds;
        this.feed = feed;
        this.clock = clock;
    }

    /// @param worthAsking the one unknown that would be useful next; null if there is none, or one was just asked
    record FactViews(List<FactView> items, FactController.@Nullable WorthAsking worthAsking, String live) {}

    /// @param question a sentence that asks for it
    record WorthAsking(String kind, FactView.FactWords name, FactView.FactWords question) {}

    /// @param value the same as what holds confirms it
    /// @param entry where the customer said it, if an entry says so
    record FactWanted(@NotBlank @Size(max = 200) String value, @Nullable @Size(max = 32) String entry,
            @Nullable String topic) {}

    @GetMapping
    @Operation(summary = "Reads what a customer told us, each kind with its source and what it superseded.")
    FactViews facts(@PathVariable String id, Viewer viewer) {
        String live = feed.head().toString();
        Conversation conversation = conversation(id, viewer);
        Map<String, List<Fact>> said = known.of(conversation, viewer);
        return new FactViews(kinds.all().stream().filter(kind -> said.containsKey(kind.id())).map(
                kind -> FactView.of(kind, said.getOrDefault(kind.id(), List.of()))).toList(),
                plan.next(conversation).map(
                        next -> new WorthAsking(next.kind().id(), FactView.FactWords.of(next.kind()),
                                new FactView.FactWords(next.question().nl(), next.question().en()))).orElse(null),
                live);
    }

    @PutMapping("/{kind}")
    @Operation(summary = "Confirms a fact, or sets it otherwise; what was said before stays in its history.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-kind", when = "there is no such kind of fact")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-entry", when = "no such entry in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "no such topic in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-value", when = "such a value cannot be one of this kind")
    FactView set(@PathVariable String id, @PathVariable String kind, @Valid @RequestBody FactWanted wanted,
            Viewer viewer) {
        FactKind what = kinds.byId(kind).orElseThrow(
                () -> ProblemException.field("unknown-kind", "kind", "There is no such kind of fact."));
        String value = FactValue.checked(what, wanted.value().strip());
        Conversation conversation = conversation(id, viewer);
        Topic topic = conversations.topic(conversation, wanted.topic(), viewer);
        List<Fact> before = known.of(conversation, viewer).getOrDefault(kind, List.of());
        String core = FactValue.core(kind, value);
        Optional<Fact> same = before.stream().filter(
                fact -> FactValue.core(kind, fact.value()).equals(core)).findFirst();
        Optional<Entry> entry = entry(wanted.entry(), conversation, viewer);
        boolean confirms = same.isPresent() && FactValue.core(kind, before.getFirst().value()).equals(core);
        Fact fact = new Fact(kind, value, confirms ? Fact.State.CONFIRMED : Fact.State.CORRECTED,
                entry.map(Entry::id).or(() -> same.flatMap(one -> Optional.ofNullable(one.entry()))).orElse(null),
                topic.id(),
                same.map(Fact::channel).or(() -> entry.flatMap(
                        one -> Optional.ofNullable(one.body().channel()))).orElse("agent"),
                clock.instant(), new Fact.By(viewer.id().value(), viewer.name()));
        facts.say(conversation.id(), entry.map(Entry::home).orElse(topic.home()), List.of(fact));
        return FactView.of(what, Stream.concat(Stream.of(fact), before.stream()).toList());
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a fact away: nothing that was said of this kind so far is so. What is said later counts again.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-kind", when = "there is no such kind of fact")
    void withdraw(@PathVariable String id, @PathVariable String kind, Viewer viewer) {
        FactKind what = kinds.byId(kind).orElseThrow(
                () -> ProblemException.field("unknown-kind", "kind", "There is no such kind of fact."));
        Conversation conversation = conversation(id, viewer);
        if (known.of(conversation, viewer, Set.of(kind)).isEmpty()) {
            throw ProblemException.notFound("Nothing is known of this kind.");
        }
        Topic topic = conversations.topic(conversation, null, viewer);
        facts.say(conversation.id(), topic.home(),
                List.of(new Fact(what.id(), "", Fact.State.CORRECTED, null, topic.id(),
                        "agent", clock.instant(), new Fact.By(viewer.id().value(), viewer.name()))));
    }

    private Optional<Entry> entry(@Nullable String wanted, Conversation conversation, Viewer viewer) {
        if (wanted == null) {
            return Optional.empty();
        }
        EntryId id = new EntryId(wanted);
        List<Entry> found = conversation.homes().stream().flatMap(
                home -> timeline.find(home, id).stream()).toList();
        return Optional.of(conversations.visible(found, viewer).stream().findFirst().orElseThrow(
                () -> ProblemException.field("unknown-entry", "entry",
                        "There is no such entry in this conversation.")));
    }

    private Conversation conversation(String customer, Viewer viewer) {
        return conversations.conversation(customers.find(new CustomerId(customer)).orElseThrow(
                () -> ProblemException.notFound("There is no such customer.")).conversation().value(), viewer);
    }
}
