package dev.loper.calendar;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.loper.web.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which moment words mean, as the API gives it.
///
/// @param from     the earliest moment that is meant
/// @param at       the latest; what is done by then is in time
/// @param instead  what to suggest where it is closed or past
/// @param sentence how it was understood, or what to do
/// @param zone     in which it was understood
public record MomentView(Outcome outcome, @Nullable Instant from, @Nullable Instant at, @Nullable Instant instead,
        String sentence, String zone) {

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

    /// @param zone     whose wall clock is meant; none for the calendar's
    /// @param language of the words and of the sentence
    /// @throws ProblemException 422 if there is no such zone
    public static MomentView of(BusinessCalendar calendar, String text, @Nullable String zone, String language,
            Instant now) {
        return of(calendar, text, zone == null ? calendar.zone() : zone(zone), language, now);
    }

    static MomentView of(BusinessCalendar calendar, String text, ZoneId wall, String language, Instant now) {
        Moment moment = Moments.read(text, language, calendar, wall, now);
        String sentence = new MomentSentence(language, wall, now).of(moment);
        return switch (moment) {
            case Moment.Understood(Instant from, Instant at) -> new MomentView(Outcome.UNDERSTOOD, from, at, null,
                    sentence, wall.getId());
            case Moment.Closed(Instant at, Instant instead) -> new MomentView(Outcome.CLOSED, null, at, instead,
                    sentence, wall.getId());
            case Moment.Past(Instant at, Instant instead) -> new MomentView(Outcome.PAST, null, at, instead, sentence,
                    wall.getId());
            case Moment.TooFar() -> new MomentView(Outcome.TOO_FAR, null, null, null, sentence, wall.getId());
            case Moment.Unknown() -> new MomentView(Outcome.UNKNOWN, null, null, null, sentence, wall.getId());
        };
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
