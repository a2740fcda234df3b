package dev.loper.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Reads the moments people speak of: “in 2 working hours”, “tomorrow morning”, “vóór sluitingstijd”, “maandag 10:00”.
///
/// A day that is named is the next one of that name, never today; “next Friday” is the one in next week. Without a day, today is
/// meant. A date may have the name of its day before it, if it is that day. A day without a time is all of its open time, and so is “before closing”. “At 2” is whichever half of the day is open and still to
/// come.
public final class Moments {

    private Moments() {}

    /// What the words mean now.
    ///
    /// @param language `nl`: Dutch words are tried first; any other: English words. The other language's follow
    /// @param zone     whose wall clock is meant: the customer's, or the calendar's
    public static Moment read(String text, String language, BusinessCalendar calendar, ZoneId zone, Instant now) {
        return said(text, language).map(said -> new MomentResolver(calendar, zone, now).resolve(said)).orElseGet(
                Moment.Unknown::new);
    }

    private static Optional<Said> said(String text, String language) {
        List<Vocabulary> tried = language.equals("nl")
                ? List.of(Vocabulary.DUTCH, Vocabulary.ENGLISH)
                : List.of(Vocabulary.ENGLISH, Vocabulary.DUTCH);
        return tried.stream().flatMap(
                words -> new MomentText(words).words(text).flatMap(MomentGrammar::read).stream()).findFirst();
    }
}
