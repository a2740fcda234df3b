package dev.loper.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says in a sentence how words for a moment were understood, or what to say instead.
///
/// @param language `nl` or, whatever else it is, English
/// @param zone     in which moments are told
record MomentSentence(String language, ZoneId zone, Instant now) {

    String of(Moment moment) {
        return switch (moment) {
            case Moment.Understood(Instant from, Instant at) -> from.equals(at) ? at(at) : by(at);
            case Moment.Closed(Instant at, Instant instead) -> either("We are closed then.", "Dan zijn we gesloten.")
                    + suggestion(instead);
            case Moment.Past(Instant at, Instant instead) -> either("That has passed.", "Dat is al geweest.")
                    + suggestion(instead);
            case Moment.TooFar() -> either("That is further ahead than we plan. Choose a moment within two years.",
                    "Dat is verder weg dan we plannen. Kies een moment binnen twee jaar.");
            case Moment.Unknown() -> either(
                    "That is no moment Loper knows. Try “in 2 working hours”, “tomorrow morning” or “Monday 10:00”.",
                    "Dat moment kent Loper niet. Probeer “over 2 werkuren”, “morgenochtend” of “maandag 10:00”.");
        };
    }

    private String at(Instant at) {
        return format(at, either("EEEE d MMMM, HH:mm", "EEEE d MMMM, HH:mm 'uur'"));
    }

    private String by(Instant at) {
        return format(at, either("EEEE d MMMM, 'by' HH:mm", "EEEE d MMMM, 'vóór' HH:mm 'uur'"));
    }

    private String suggestion(@Nullable Instant instead) {
        return instead == null ? "" : either(" Next: ", " Wel: ") + at(instead) + ".";
    }

    private String format(Instant at, String pattern) {
        ZonedDateTime wall = at.atZone(zone);
        boolean thisYear = wall.getYear() == now.atZone(zone).getYear();
        return wall.format(DateTimeFormatter.ofPattern(thisYear ? pattern : pattern.replace("MMMM", "MMMM yyyy"),
                Locale.of(language.equals("nl") ? "nl" : "en")));
    }

    private String either(String english, String dutch) {
        return language.equals("nl") ? dutch : english;
    }
}
