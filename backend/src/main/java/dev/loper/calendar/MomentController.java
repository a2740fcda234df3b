package dev.loper.calendar;

import dev.loper.access.AccessRule;
import dev.loper.access.Who;
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

/// Says which moment words mean, while somebody types them: that they mean none is an answer, not an error.
@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendars/{id}/moment")
class MomentController {

    private final Calendars calendars;
    private final Clock clock;

    MomentController(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @param zone     whose wall clock is meant; the calendar's if absent
    /// @param language of the words and of the sentence
    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Says which moment words mean on a calendar, in English or Dutch.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-zone", when = "there is no such time zone")
    MomentView moment(@PathVariable String id, @RequestParam @NotBlank @Size(max = 120) String text,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(defaultValue = "en") @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language) {
        CalendarId calendar = new CalendarId(id);
        if (!calendars.exists(calendar)) {
            throw CalendarController.unknown();
        }
        return MomentView.of(calendars.of(calendar), text, zone, language, clock.instant());
    }
}
