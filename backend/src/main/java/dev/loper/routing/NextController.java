package dev.loper.routing;

import dev.loper.access.AccessRule;
import dev.loper.access.People;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.InboxItem;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.View;
import dev.loper.conversation.VisibleViews;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes what waits longest, for whoever asks: of their queues, in a language they speak, however much they have already.
@RestController
@RequestMapping("/api/v1/inbox/next")
@AccessRule(Who.PEOPLE)
class NextController {

    private final LongestWaiting longest;
    private final VisibleViews visible;
    private final InboxItems items;
    private final People people;

    NextController(LongestWaiting longest, VisibleViews visible, InboxItems items, People people) {
        this.longest = longest;
        this.visible = visible;
        this.items = items;
        this.people = people;
    }

    /// @return the topic, which is theirs now; nothing if nobody waits whom they can help
    @PostMapping
    @Operation(summary = "Takes what waits longest in the queues of whoever asks.")
    ResponseEntity<InboxItem> take(Viewer viewer) {
        View unassigned = visible.named("unassigned", viewer).orElseThrow();
        return people.byId(viewer.id()).flatMap(person -> longest.take(unassigned, person)).flatMap(
                topic -> items.rows(List.of(topic), viewer).stream().findFirst()).map(ResponseEntity::ok).orElseGet(
                        () -> ResponseEntity.noContent().build());
    }
}
