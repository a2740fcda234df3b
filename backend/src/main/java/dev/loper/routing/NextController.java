package dev.loper.routing;

import dev.loper.access.AccessRule;
import dev.loper.access.People;
import dev.loper.access.Person;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Assignments;
import dev.loper.conversation.Assigned;
import dev.loper.conversation.InboxItem;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.View;
import dev.loper.conversation.VisibleViews;
import dev.loper.conversation.WaitingTopic;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.Author;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes what waits longest, for whoever asks: of their queues, in a language they speak, however much they have already.
@RestController
@RequestMapping("/api/v1/inbox/next")
@AccessRule(Who.PEOPLE)
class NextController {

    private static final int PAGE = 20;
    private static final int PAGES = 10;

    private final WaitingTopics waiting;
    private final VisibleViews visible;
    private final Assignments assignments;
    private final InboxItems items;
    private final People people;

    NextController(WaitingTopics waiting, VisibleViews visible, Assignments assignments, InboxItems items,
            People people) {
        this.waiting = waiting;
        this.visible = visible;
        this.assignments = assignments;
        this.items = items;
        this.people = people;
    }

    /// @return the topic, which is theirs now; nothing if nobody waits
    @PostMapping
    @Operation(summary = "Takes what waits longest in the queues of whoever asks.")
    ResponseEntity<InboxItem> take(Viewer viewer) {
        Set<String> speaks = people.byId(viewer.id()).map(Person::work).map(work -> work.speaks()).orElse(Set.of());
        View unassigned = visible.named("unassigned", viewer).orElseThrow();
        String cursor = null;
        for (int i = 0; i < PAGES; i++) {
            WaitingTopics.Page page = waiting.page(unassigned, cursor, PAGE);
            Optional<WaitingTopic> taken = page.topics().stream().filter(
                    topic -> understood(topic, speaks)).filter(topic -> taken(topic, viewer)).findFirst();
            if (taken.isPresent()) {
                return items.rows(List.of(taken.get().id()), viewer).stream().findFirst().map(
                        ResponseEntity::ok).orElseGet(NextController::nothing);
            }
            cursor = page.next();
            if (cursor == null) {
                break;
            }
        }
        return nothing();
    }

    private static boolean understood(WaitingTopic topic, Set<String> speaks) {
        return topic.language() == null || speaks.isEmpty() || speaks.contains(topic.language());
    }

    private boolean taken(WaitingTopic topic, Viewer viewer) {
        Assignments.To to = new Assignments.To(viewer.id(), viewer.name(), null, null, "next", null);
        Author author = new Author(Author.Kind.AGENT, viewer.id().value(), viewer.name());
        return assignments.give(topic, to, author) instanceof Assigned.Done;
    }

    private static ResponseEntity<InboxItem> nothing() {
        return ResponseEntity.noContent().build();
    }
}
