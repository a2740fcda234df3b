package dev.loper.calendar;

import dev.loper.calendar.Said.Day;
import dev.loper.calendar.Said.Time;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a text for a moment into words of a vocabulary, numbers, times of the clock and dates.
///
/// Dates of digits only have the day first, as in Europe, unless the year comes first.
final class MomentText {

    private static final int LONGEST = 120;
    private static final Pattern CLOCK = Pattern.compile(
            "(0?)(\\d{1,2})[:.u](\\d{2})(?::(\\d{2}))?(?:u|uur|h)?(am|pm)?");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(am|pm)");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[-/](\\d{1,2})(?:[-/](\\d{4}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}(?:[.,]\\d)?");

    private final Vocabulary vocabulary;

    MomentText(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @return none if something in it is no word we know
    Optional<List<Word>> words(String text) {
        List<String> tokens = text.length() > LONGEST ? List.of() : tokens(text);
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Found found = find(tokens, at);
            if (found == null) {
                return Optional.empty();
            }
            words.addAll(found.words());
            at += found.length();
        }
        return Optional.of(words);
    }

    private record Found(List<Word> words, int length) {}

    private @Nullable Found find(List<String> tokens, int at) {
        for (int length = Math.min(vocabulary.longest(), tokens.size() - at); length > 0; length--) {
            List<Word> words = vocabulary.meaning(String.join(" ", tokens.subList(at, at + length)));
            if (!words.isEmpty()) {
                return new Found(words, length);
            }
        }
        Word word = digits(tokens.get(at));
        return word == null ? null : new Found(List.of(word), 1);
    }

    private static List<String> tokens(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll(
                "[\\p{M}'’‘]",
                "").replaceAll("\\b([ap])\\.m\\b\\.?", "$1m").replaceAll("(?<!\\d)[,;]|[,;](?!\\d)|[!?]|[.:](?=\\s|$)",
                        " ").replaceAll("(?<=\\p{L})-(?=\\p{L})", " ").replaceAll("(\\d)\\s+(am|pm)\\b",
                                "$1$2").replaceAll(
                                        "(\\d)(?=(?!am\\b|pm\\b|u\\d|u\\b|uur\\b|h\\b)\\p{L})", "$1 ").replaceAll(
                                                "\\b(\\d{1,2})(u|uur|h)\\b",
                                                "$1 $2").strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    private static @Nullable Word digits(String token) {
        try {
            return read(token);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Word read(String token) {
        Matcher clock = CLOCK.matcher(token);
        if (clock.matches()) {
            return clock(LocalTime.of(Integer.parseInt(clock.group(2)), Integer.parseInt(clock.group(3)),
                    clock.group(4) == null ? 0 : Integer.parseInt(clock.group(4))), clock.group(5),
                    clock.group(1).isEmpty());
        }
        Matcher hour = HOUR.matcher(token);
        if (hour.matches()) {
            return clock(LocalTime.of(Integer.parseInt(hour.group(1)), 0), hour.group(2), false);
        }
        Matcher iso = ISO_DATE.matcher(token);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher date = DATE.matcher(token);
        if (date.matches()) {
            return date(date.group(3), date.group(2), date.group(1));
        }
        return NUMBER.matcher(token).matches() ? new Word.Number(Double.parseDouble(token.replace(',', '.'))) : null;
    }

    /// @param half   `am`, `pm` or nothing
    /// @param either whether without it the hour may mean both
    private static Word clock(LocalTime time, @Nullable String half, boolean either) {
        if (half == null) {
            return new Word.Time(Time.Clock.of(time, either));
        }
        int hour = time.getHour();
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("There is no such hour in half a day.");
        }
        return new Word.Time(new Time.Clock(time.withHour(hour % 12 + (half.equals("pm") ? 12 : 0)), false));
    }

    private static Word date(@Nullable String year, String month, String day) {
        MonthDay date = MonthDay.of(Integer.parseInt(month), Integer.parseInt(day));
        return new Word.Day(year == null
                ? new Day.Yearly(date)
                : new Day.Date(LocalDate.of(Integer.parseInt(year), date.getMonth(), date.getDayOfMonth())));
    }
}
