package dev.loper.identity;

import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.VisibleConversations;
import dev.loper.customer.CustomerView;
import dev.loper.customer.Customers;
import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Giving a topic or an entry to another customer, and taking it back.
@RestController
@Tag(name = "Conversations")
@RequestMapping("/api/v1/conversations/{id}/moves")
@AccessRule(Who.PEOPLE)
class MoveController {

    private final Moves moves;
    private final Merges merges;
    private final Previews previews;
    private final Answerable answerable;
    private final Touched touched;
    private final VisibleConversations conversations;
    private final Timeline timeline;
    private final Topics topics;
    private final Customers customers;
    private final Access access;
    private final Audit audit;

    MoveController(Moves moves, Merges merges, Previews previews, Answerable answerable, Touched touched,
            VisibleConversations conversations, Timeline timeline, Topics topics, Customers customers, Access access,
            Audit audit) {
        this.moves = moves;
        this.merges = merges;
        this.previews = previews;
        this.answerable = answerable;
        this.touched = touched;
        this.conversations = conversations;
        this.timeline = timeline;
        this.topics = topics;
        this.customers = customers;
        this.access = access;
        this.audit = audit;
    }

    /// What goes, and to whom.
    ///
    /// @param topic    a topic of the conversation, with everything in it
    /// @param entry    or one message, call or note of it
    /// @param customer who gets it; none is a new customer
    /// @param name     of a new customer; none takes the name of the one it comes from
    /// @param why      for the timelines of both
    record NewMove(@Nullable @Size(max = 40) String topic, @Nullable @Size(max = 32) String entry,
            @Nullable @Size(max = 40) String customer, @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 500) String why) {}

    /// @param topic    the topic that has it now
    /// @param customer whose it was
    /// @param receiver whose it is
    record Moved(String id, @Nullable String topic, CustomerView customer, CustomerView receiver) {}

    record MoveList(List<MoveLine> items) {}

    /// @param title what went: a topic, or the first words of a message
    /// @param away  whether it went from here; else it came here
    record MoveLine(DeedView move, String title, boolean away) {}

    /// @param undo    what taking it back would come to now; none if it was taken back or cannot be
    /// @param because why it cannot be taken back as things are
    record MoveView(DeedView move, String title, @Nullable UndoPreview undo, @Nullable String because) {}

    @PostMapping
    @Operation(summary = "Gives a topic or an entry to another customer, or to a new one.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "forbidden", when = "this person may not answer both customers")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "the topic is in a queue in which this person does not work")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "what-to-move", when = "neither a topic nor an entry is given, or both")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-topic", when = "no such topic in this conversation")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "same-customer", when = "it is that customer's already")
    @Refuses(status = HttpStatus.CONFLICT, type = "bound", when = "a promise or a handover hangs on the entry: its topic can be moved")
    @Refuses(status = HttpStatus.CONFLICT, type = "not-said", when = "the entry only tells what happened in its topic")
    @Refuses(status = HttpStatus.CONFLICT, type = "under-way", when = "an answer in it is just being sent")
    @Refuses(status = HttpStatus.CONFLICT, type = "on-the-phone", when = "a call in it is still on")
    @Refuses(status = HttpStatus.CONFLICT, type = "too-long", when = "the topic has more entries than one step takes")
    @ResponseStatus(HttpStatus.CREATED)
    Moved move(@PathVariable String id, @Valid @RequestBody NewMove request, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        String entry = request.entry();
        if ((entry == null) == (request.topic() == null)) {
            throw ProblemException.field("what-to-move", "topic", "Choose a topic or one of its messages.");
        }
        TopicId topic = entry == null
                ? conversations.topic(conversation, request.topic(), viewer).id()
                : entry(conversation, entry, viewer).topic();
        touched.mayAnswer(List.of(topic), viewer);
        String to = request.customer();
        CustomerId receiver = to == null ? null : answerable.customer(to, viewer).id();
        Giving.Gift gift = new Giving.Gift(topic, entry == null ? null : new EntryId(entry), receiver, request.name(),
                Optional.ofNullable(request.why()).map(String::strip).orElse(""));
        Deed deed = done(moves.move(gift, author(viewer)));
        audit.record(viewer.id().value(), entry == null ? "topic-moved" : "entry-moved", deed.from().id().value(),
                Map.of("to", deed.to().id().value(), "move", deed.id().value()));
        return moved(deed);
    }

    @GetMapping
    @Operation(summary = "Lists what this customer gave to others and got from them, as far as it was not taken back; the last first.")
    MoveList all(@PathVariable String id, Viewer viewer) {
        CustomerId customer = conversations.conversation(id, viewer).customer();
        return new MoveList(moves.of(customer).stream().filter(
                deed -> sees(told(deed), viewer)).map(
                        deed -> new MoveLine(DeedView.of(deed), title(deed),
                                moves.took(deed, customer))).toList());
    }

    /// The topic it left, and the one that has it.
    private static List<TopicId> told(Deed deed) {
        return Optional.ofNullable(deed.move()).stream().flatMap(
                move -> Stream.concat(Stream.of(move.source()), move.topic().stream())).toList();
    }

    private static String title(Deed deed) {
        return Optional.ofNullable(deed.move()).map(Deed.Move::title).orElse("");
    }

    @GetMapping("/{move}")
    @Operation(summary = "Shows a move to another customer, and what taking it back would come to now.")
    MoveView one(@PathVariable String id, @PathVariable String move, Viewer viewer) {
        Deed deed = find(id, move, viewer);
        Deed.Move what = deed.move();
        String title = what == null || !sees(what.topic().stream().toList(), viewer) ? "" : what.title();
        return switch (moves.undoing(deed, author(viewer))) {
            case Planned.Plan(Relocation plan) ->
                new MoveView(DeedView.of(deed), title, previews.undoing(deed, plan, viewer),
                        null);
            case Planned.No(Done.Refused(String reason, String sentence)) ->
                new MoveView(DeedView.of(deed), title, null, sentence);
            case Planned.No(Done done) -> new MoveView(DeedView.of(deed), title, null, null);
        };
    }

    @DeleteMapping("/{move}")
    @Operation(summary = "Takes back what was given to another customer.")
    @Refuses(status = HttpStatus.FORBIDDEN, type = "another-queue", when = "not all of what it touches is visible to this person")
    @Refuses(status = HttpStatus.CONFLICT, type = "moved-on", when = "something of it has gone on to somebody else since")
    @Refuses(status = HttpStatus.CONFLICT, type = "together-again", when = "both are one customer by a merge")
    @Refuses(status = HttpStatus.CONFLICT, type = "under-way", when = "an answer in it is just being sent")
    @Refuses(status = HttpStatus.CONFLICT, type = "on-the-phone", when = "a call in it is still on")
    Moved undo(@PathVariable String id, @PathVariable String move, Viewer viewer) {
        Deed deed = find(id, move, viewer);
        touched.mayAnswer(concerned(deed), viewer);
        Deed undone = done(moves.undo(deed.id(), author(viewer)));
        audit.record(viewer.id().value(), "move-undone", deed.from().id().value(),
                Map.of("to", deed.to().id().value(), "move", deed.id().value()));
        return moved(undone);
    }

    private Entry entry(Conversation conversation, String id, Viewer viewer) {
        List<Entry> found = conversation.homes().stream().flatMap(
                home -> timeline.find(home, new EntryId(id)).stream()).toList();
        return conversations.visible(found, viewer).stream().findFirst().orElseThrow(
                () -> ProblemException.notFound("There is no such entry in this conversation."));
    }

    /// The move, if it is about whoever this conversation is with, and this person may see what went.
    private Deed find(String id, String move, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        return moves.find(new DeedId(move)).filter(deed -> merges.concerns(deed, conversation.customer())).filter(
                deed -> sees(concerned(deed), viewer)).orElseThrow(
                        () -> ProblemException.notFound("There is no such move in this conversation."));
    }

    /// Whoever sees neither what went nor the topic it left does not hear of it.
    private boolean sees(List<TopicId> any, Viewer viewer) {
        return topics.find(any).stream().map(Topic::queue).anyMatch(
                queue -> access.canSee(viewer, queue));
    }

    /// The topics that taking it back changes: those that have something of it, and the one it left.
    private List<TopicId> concerned(Deed deed) {
        return Stream.concat(Optional.ofNullable(deed.move()).map(Deed.Move::source).stream(),
                moves.touched(deed).stream()).distinct().toList();
    }

    private static Deed done(Done done) {
        return switch (done) {
            case Done.Now(Deed deed) -> deed;
            case Done.Already(Deed deed) when deed != null -> deed;
            case Done.Already already -> throw nothing();
            case Done.NotFound missing -> throw nothing();
            case Done.Refused(String reason, String sentence) when reason.equals("same-customer") ->
                throw ProblemException.field(reason, "customer", sentence);
            case Done.Refused(String reason, String sentence) ->
                throw new ProblemException(reason, HttpStatus.CONFLICT, sentence);
        };
    }

    private Moved moved(Deed deed) {
        String topic = Optional.ofNullable(deed.move()).flatMap(Deed.Move::topic).map(TopicId::value).orElse(null);
        return new Moved(deed.id().value(), topic, view(deed.from().id()), view(deed.to().id()));
    }

    private CustomerView view(CustomerId id) {
        return customers.find(id).map(CustomerView::of).orElseThrow(Answerable::nobody);
    }

    private static ProblemException nothing() {
        return ProblemException.notFound("It is not there any more. It may have been moved meanwhile.");
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
