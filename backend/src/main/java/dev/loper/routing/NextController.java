package dev.loper.routing;

import dev.loper.access.AccessRule;
import dev.loper.access.People;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.InboxItem;
import dev.loper.conversation.InboxItems;
import dev.loper.conversation.View;
import dev.loper.conversation.VisibleViews;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.TopicId;
import dev.loper.web.PageCursor;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /// @return the topic, which is theirs now; nothing if nobody waits
    @PostMapping
    @Operation(summary = "Takes what waits longest in the queues of whoever asks.")
    @Refuses(status = HttpStatus.CONFLICT, type = "other-languages", when = "all who wait are to be answered in languages they do not speak; with a `next`, all who wait longest: those after it were not looked at, and are with it as `cursor`")
    ResponseEntity<InboxItem> take(Viewer viewer, @RequestParam(required = false) @Nullable String cursor) {
        String after = cursor == null ? null : PageCursor.check("cursor", cursor, WaitingTopics.CURSOR);
        View unassigned = visible.named("unassigned", viewer).orElseThrow();
        return people.byId(viewer.id()).map(person -> longest.take(unassigned, person, after)).flatMap(
                next -> row(next, viewer)).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Optional<InboxItem> row(LongestWaiting.Next next, Viewer viewer) {
        return switch (next) {
            case LongestWaiting.Next.Taken(TopicId topic) -> items.rows(List.of(topic), viewer).stream().findFirst();
            case LongestWaiting.Next.Nobody() -> Optional.empty();
            case LongestWaiting.Next.OtherLanguages(String after) -> throw after == null
                    ? others(
                            "Customers are waiting, but all of them are to be answered in a language you do not speak.",
                            Map.of())
                    : others(
                            "The customers who wait longest are to be answered in a language you do not speak. Look further.",
                            Map.of("next", after));
        };
    }

    private static ProblemException others(String detail, Map<String, Object> more) {
        return new ProblemException("other-languages", HttpStatus.CONFLICT, detail, more);
    }
}
