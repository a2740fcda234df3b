package dev.loper.fact;

import dev.loper.message.HomeId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day that comes round every year: a birthday, or since when somebody is a customer.
///
/// @param year the first time, if it is known
public record FactDay(MonthDay day, @Nullable Integer year) {

    public static final String BIRTHDAY = "birthday";
    public static final String CUSTOMER_SINCE = "customer-since";
    public static final List<String> KINDS = List.of(BIRTHDAY, CUSTOMER_SINCE);

    private static final int EARLIEST = 1850;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[-./ ](\\d{1,2})(?:[-./ ](\\d{4}))?");
    private static final Pattern WORDS = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th)?\\.? (\\p{L}{3,9})\\.?(?: (\\d{4}))?");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("jan", 1), Map.entry("feb", 2),
            Map.entry(
                    "mar", 3),
            Map.entry("maa", 3), Map.entry("mrt", 3), Map.entry("apr", 4), Map.entry("may", 5), Map.entry("mei",
                    5),
            Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11), Map.entry("dec", 12));

    /// Reads `12-05-1990`, `12/5`, `1990-05-12`, `12 mei 1990`, `12th May`: the day first, as in Europe.
    public static Optional<FactDay> read(String said) {
        String text = said.strip().replaceAll("\\s+", " ");
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(number(iso, 3), number(iso, 2), number(iso, 1));
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return day(number(numbers, 1), number(numbers, 2), year(numbers));
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            Integer month = MONTHS.get(words.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
            return month == null ? Optional.empty() : day(number(words, 1), month, year(words));
        }
        return Optional.empty();
    }

    static Optional<FactDay> of(Fact fact) {
        return KINDS.contains(fact.kind()) ? read(fact.value()) : Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static @Nullable Integer year(Matcher found) {
        return found.group(3) == null ? null : Integer.valueOf(found.group(3));
    }

    private static Optional<FactDay> day(int day, int month, @Nullable Integer year) {
        try {
            if (year != null) {
                LocalDate.of(year, month, day);
            }
            return year != null && year < EARLIEST
                    ? Optional.empty()
                    : Optional.of(new FactDay(MonthDay.of(month, day), year));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// As it is kept and shown: `12-05-1990`, `12-05`.
    String value() {
        String shown = "%02d-%02d".formatted(day.getDayOfMonth(), day.getMonthValue());
        return year == null ? shown : shown + "-" + year;
    }

    /// Under what the day of a home is found.
    static String field(String kind, HomeId home) {
        return home.value() + "|" + kind;
    }

    /// `05-12`: in the order of the year.
    public static String key(MonthDay day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
