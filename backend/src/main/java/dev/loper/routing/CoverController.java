package dev.loper.routing;

import dev.loper.access.Queues;
import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Person;
import dev.loper.access.People;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.message.PersonId;
import dev.loper.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Somebody's work, and handing all of it over by one word.
@RestController
@RequestMapping("/api/v1/people/{id}/work")
@AccessRule(Who.SUPERVISORS)
@Tag(name = "People")
class CoverController {

    /// @param to who takes over; `null` means their cover, or the queue where nobody was decided on
    record HandOver(@Nullable @Size(max = 64) String to) {}

    /// How much somebody has.
    ///
    /// @param open    topics of theirs, those included in which a customer waits
    /// @param snoozed topics that will come back to them
    /// @param to      who takes over; `null` is the queue
    /// @param unseen  topics that go back to their queue all the same, because whoever takes over does not work in it
    record PersonWork(long open, long waiting, long snoozed, @Nullable String to, @Nullable String toName,
            long unseen) {}

    private final RedisCovers covers;
    private final StandIns standIns;
    private final People people;
    private final RedisWork store;
    private final KnownQueues queues;
    private final Access access;
    private final Audit audit;

    CoverController(RedisCovers covers, StandIns standIns, People people, RedisWork store,
            KnownQueues queues, Access access, Audit audit) {
        this.covers = covers;
        this.standIns = standIns;
        this.people = people;
        this.store = store;
        this.queues = queues;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Tells how much somebody has, and to whom it would go.")
    PersonWork work(Viewer viewer, @PathVariable String id) {
        Person person = require(viewer, id);
        return work(person, access.supervised(viewer), standIn(person));
    }

    /// Begins at once and goes on until all is moved: of queues the viewer looks after, and of no others.
    @PostMapping("/hand-over")
    @Operation(summary = "Hands all of somebody’s work over.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PersonWork handOver(Viewer viewer, @PathVariable String id, @Valid @RequestBody HandOver wish) {
        Person from = require(viewer, id);
        Queues within = access.supervised(viewer);
        @Nullable
        Person to = wish.to() == null ? standIn(from) : chosen(from, wish.to(), within);
        PersonWork work = work(from, within, to);
        covers.ask(from.id(), to == null ? null : to.id(), within, viewer.id(), viewer.name());
        audit.record(viewer.id().value(), "work-handed-over", id, Map.of("to", to == null ? "queue" : to.id().value(),
                "topics", Long.toString(work.open() + work.snoozed()), "toQueue", Long.toString(work.unseen())));
        return work;
    }

    private @Nullable Person standIn(Person person) {
        return standIns.of(person.id(), person.work().cover()).any().stream().findFirst().orElse(null);
    }

    private @Nullable Person chosen(Person from, String to, Queues within) {
        if (to.equals("queue")) {
            return null;
        }
        Person person = people.byId(new PersonId(to)).filter(Person::active).orElseThrow(() -> ProblemException.field(
                "unknown-person", "to", "There is nobody with this id, or they do not work here any more."));
        if (person.id().equals(from.id())) {
            throw ProblemException.field("own-cover", "to", "Nobody takes over their own work. Choose a colleague.");
        }
        if (!standIns.there(person)) {
            throw new ProblemException("cover-away", HttpStatus.CONFLICT, person.name()
                    + " is away. Choose somebody else, or the queue.", Map.of("field", "to"));
        }
        List<String> unseen = unseen(from, within, person).map(Queue::name).toList();
        if (!unseen.isEmpty()) {
            throw new ProblemException("cover-elsewhere", HttpStatus.CONFLICT, person.name() + " does not work in "
                    + String.join(", ", unseen) + ". Choose somebody who does, or the queue.", Map.of("field", "to"));
        }
        return person;
    }

    /// The queues in which somebody has something that another may not see.
    private Stream<Queue> unseen(Person from, Queues within, Person to) {
        return queues.all().stream().filter(queue -> within.contains(queue.id()) && !access.canSee(to, queue.id())
                && store.count(from.id(), queue.id()).all() > 0);
    }

    private PersonWork work(Person person, Queues within, @Nullable Person to) {
        RedisWork.Count count = store.count(person.id(), within);
        long unseen = to == null
                ? 0
                : unseen(person, within, to).mapToLong(queue -> store.count(person.id(), queue.id()).all()).sum();
        return new PersonWork(count.open(), count.waiting(), count.snoozed(), to == null ? null : to.id().value(),
                to == null ? null : to.name(), unseen);
    }

    private Person require(Viewer viewer, String id) {
        Person person = people.byId(new PersonId(id)).orElseThrow(
                () -> ProblemException.notFound("There is no such person."));
        if (!access.canSupervise(viewer, person)) {
            throw new ProblemException("forbidden", HttpStatus.FORBIDDEN,
                    "Only a supervisor of one of their queues looks after this person's work.");
        }
        return person;
    }
}
