package dev.loper.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.loper.access.Access;
import dev.loper.access.AccessRule;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.message.Author;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What can be done with a topic: give it to somebody, snooze it, resolve it, reopen it, rename it.
@RestController
@Tag(name = "Topics")
@RequestMapping("/api/v1/topics/{id}")
@AccessRule(Who.PEOPLE)
class TopicController {

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private final VisibleConversations conversations;
    private final TopicCommands commands;
    private final InboxItems items;
    private final ReadMarks marks;
    private final People people;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TopicController(VisibleConversations conversations, TopicCommands commands, InboxItems items, ReadMarks marks,
            People people, Access access, ApplicationEventPublisher events, Clock clock) {
        this.conversations = conversations;
        this.commands = commands;
        this.items = items;
        this.marks = marks;
        this.people = people;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /// @param assignee a person's id, or null for nobody; what is left out is no word at all
    record Assignment(@JsonProperty(required = true) @Nullable String assignee) {}

    /// @param until when the topic comes back by itself, unless the customer writes before
    record Snooze(@NotNull Instant until) {}

    record NewTitle(@NotBlank @Size(max = 120) String title) {}

    record ReadUpTo(
            @NotNull @Pattern(regexp = "[0-9a-f]{16}([0-9a-f]{8})?", message = "is not the id of an entry") String entry) {}

    @PostMapping("/assign")
    @Operation(summary = "Gives a topic to somebody, or to nobody.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-person", when = "nobody here has this id")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "not-in-queue", when = "they do not work in the topic’s queue")
    InboxItem assign(@PathVariable String id, @RequestBody Assignment assignment, Viewer viewer) {
        VisibleConversations.Found found = conversations.topic(id, viewer);
        String assignee = assignment.assignee();
        if (assignee == null) {
            return after(commands.unassign(found.conversation(), found.topic().id(), author(viewer)), id, viewer);
        }
        Person person = people.byId(new PersonId(assignee)).filter(Person::active).orElseThrow(
                () -> ProblemException.field("unknown-person", "assignee",
                        "There is nobody with this id, or they do not work here any more."));
        if (!access.canSee(person, found.topic().queue())) {
            throw ProblemException.field("not-in-queue", "assignee", person.name()
                    + " does not work in this queue. Choose somebody who does, or move the topic to another queue.");
        }
        return after(commands.assign(found.conversation(), found.topic(), person.id(), person.name(),
                author(viewer)), id, viewer);
    }

    @PostMapping("/snooze")
    @Operation(summary = "Sets a topic aside until a moment; a customer’s message brings it back before.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-moment", when = "the moment is past, or more than a year away")
    InboxItem snooze(@PathVariable String id, @Valid @RequestBody Snooze snooze, Viewer viewer) {
        VisibleConversations.Found found = conversations.topic(id, viewer);
        Instant now = clock.instant();
        if (!snooze.until().isAfter(now) || snooze.until().isAfter(now.plus(LONGEST_SNOOZE))) {
            throw ProblemException.field("unfit-moment", "until",
                    "A topic can be snoozed to a moment from now on, within a year.");
        }
        return after(commands.snooze(found.conversation(), found.topic().id(), snooze.until(), author(viewer)), id,
                viewer);
    }

    @PostMapping("/resolve")
    @Operation(summary = "Resolves a topic.")
    InboxItem resolve(@PathVariable String id, Viewer viewer) {
        VisibleConversations.Found found = conversations.topic(id, viewer);
        return after(commands.resolve(found.conversation(), found.topic().id(), author(viewer)), id, viewer);
    }

    @PostMapping("/reopen")
    @Operation(summary = "Opens a resolved or snoozed topic again.")
    InboxItem reopen(@PathVariable String id, Viewer viewer) {
        VisibleConversations.Found found = conversations.topic(id, viewer);
        return after(commands.reopen(found.conversation(), found.topic().id(), author(viewer)), id, viewer);
    }

    @PatchMapping
    @Operation(summary = "Gives a topic another title.")
    InboxItem rename(@PathVariable String id, @Valid @RequestBody NewTitle title, Viewer viewer) {
        VisibleConversations.Found found = conversations.topic(id, viewer);
        return after(commands.rename(found.conversation(), found.topic().id(), title.title().strip(), author(viewer)),
                id, viewer);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remembers how far a person has read a topic.")
    void read(@PathVariable String id, @Valid @RequestBody ReadUpTo seen, Viewer viewer) {
        VisibleConversations.Found found = conversations.topic(id, viewer);
        marks.mark(viewer.id(), found.topic().id(), new EntryId(seen.entry())).ifPresent(
                upTo -> events.publishEvent(new TopicRead(found.conversation(), found.topic(), upTo)));
    }

    private InboxItem after(Changed changed, String id, Viewer viewer) {
        return switch (changed) {
            case Changed.Done(EntryId entry) -> row(id, viewer);
            case Changed.Unchanged() -> row(id, viewer);
            case Changed.NoTopic() -> throw ProblemException.notFound("There is no such topic any more.");
        };
    }

    private InboxItem row(String id, Viewer viewer) {
        return items.rows(List.of(new TopicId(id)), viewer).stream().findFirst().orElseThrow(
                () -> ProblemException.notFound("There is no such topic any more."));
    }

    private static Author author(Viewer viewer) {
        return new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
    }
}
