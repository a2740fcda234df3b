package dev.loper.routing;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.calendar.MomentView;
import dev.loper.conversation.VisibleConversations;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Says which moment words mean where a topic is: by the opening hours of its queue.
@RestController
@Tag(name = "Topics")
@RequestMapping("/api/v1/topics/{id}/moment")
@AccessRule(Who.PEOPLE)
class TopicMomentController {

    private final VisibleConversations conversations;
    private final QueueCalendars calendars;
    private final Clock clock;

    TopicMomentController(VisibleConversations conversations, QueueCalendars calendars, Clock clock) {
        this.conversations = conversations;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @param zone     whose wall clock is meant; the calendar's if absent
    /// @param language of the words and of the sentence
    @GetMapping
    @Operation(summary = "Says which moment words mean by the opening hours of a topic's queue, in English or Dutch.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-zone", when = "there is no such time zone")
    MomentView moment(@PathVariable String id, @RequestParam @NotBlank @Size(max = 120) String text,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(defaultValue = "en") @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language,
            Viewer viewer) {
        return MomentView.of(calendars.of(conversations.topic(id, viewer).topic().queue()), text, zone, language,
                clock.instant());
    }
}
