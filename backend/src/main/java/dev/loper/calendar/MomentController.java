package dev.loper.calendar;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.loper.access.AccessRule;
import dev.loper.access.Who;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
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

    /// What became of the words.
    enum Outcome {
        UNDERSTOOD,
        CLOSED,
        PAST,
        TOO_FAR,
        UNKNOWN;

        /// The name in the API.
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param from     the earliest moment that is meant
    /// @param at       the latest; what is done by then is in time
    /// @param instead  what to suggest where it is closed or past
    /// @param sentence how it was understood, or what to do
    /// @param zone     in which it was understood
    record MomentView(Outcome outcome, @Nullable Instant from, @Nullable Instant at, @Nullable Instant instead,
            String sentence, String zone) {

        static MomentView of(BusinessCalendar calendar, String text, ZoneId wall, String language, Instant now) {
            Moment moment = Moments.read(text, language, calendar, wall, now);
            String sentence = new MomentSentence(language, wall, now).of(moment);
            return switch (moment) {
                case Moment.Understood(Instant from, Instant at) -> new MomentView(Outcome.UNDERSTOOD, from, at, null,
                        sentence, wall.getId());
                case Moment.Closed(Instant at, Instant instead) -> new MomentView(Outcome.CLOSED, null, at, instead,
                        sentence, wall.getId());
                case Moment.Past(Instant at, Instant instead) ->
                    new MomentView(Outcome.PAST, null, at, instead, sentence,
                            wall.getId());
                case Moment.TooFar() -> new MomentView(Outcome.TOO_FAR, null, null, null, sentence, wall.getId());
                case Moment.Unknown() -> new MomentView(Outcome.UNKNOWN, null, null, null, sentence, wall.getId());
            };
        }
    }

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
        return moment(calendars.of(calendar), text, zone, language);
    }

    private MomentView moment(BusinessCalendar calendar, String text, @Nullable String zone, String language) {
        return MomentView.of(calendar, text, zone == null ? calendar.zone() : zone(zone), language, clock.instant());
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw ProblemException.field("unknown-zone", "zone", "There is no time zone “" + zone
                    + "”. Zones are named like Europe/Amsterdam.");
        }
    }
}
