package dev.loper.calendar;

import dev.loper.access.AccessRule;
import dev.loper.access.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says what words would mean on a calendar that is not kept yet, so that it can be tried before anybody relies on it.
@RestController
@Tag(name = "Calendars")
@RequestMapping("/api/v1/calendars/try")
@AccessRule(Who.ADMINISTRATORS)
class CalendarTryController {

    /// @param language of the words and of the sentence
    record Trial(@NotNull @Valid CalendarForm calendar, @NotBlank @Size(max = 120) String text,
            @NotNull @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language) {}

    private final Clock clock;

    CalendarTryController(Clock clock) {
        this.clock = clock;
    }

    @PostMapping
    @Operation(summary = "Says which moment words would mean on a calendar that is not kept yet.")
    MomentView moment(@Valid @RequestBody Trial trial) {
        BusinessCalendar calendar = trial.calendar().calendar(new CalendarId("trial"));
        return MomentView.of(calendar, trial.text(), calendar.zone(), trial.language(), clock.instant());
    }
}
