package dev.loper.calendar;

import dev.loper.calendar.Said.Time.Part;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The words of one language for moments: phrases, in lower case and without accents, and what each does.
final class Vocabulary {

    static final Vocabulary ENGLISH = english();
    static final Vocabulary DUTCH = dutch();

    private final Map<String, List<Word>> phrases = new HashMap<>();
    private int longest = 1;

    private Vocabulary() {}

    /// @return what the phrase does; empty if it is none
    List<Word> meaning(String phrase) {
        return phrases.getOrDefault(phrase, List.of());
    }

    /// Words of the longest phrase.
    int longest() {
        return longest;
    }

    private static Vocabulary english() {
        return new Vocabulary().fillers(
                "at, on, by, before, until, for, the, of, latest, no later than, around, about").put(
                        "in, within", new Word.In()).put("next", new Word.Next()).put("oclock, hrs",
                                new Word.OClock()).numbers(
                                        "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve").put(
                                                "a, an", new Word.Number(1)).put("half a, half an",
                                                        new Word.Number(0.5)).units("minute, minutes, min, mins",
                                                                "hour, hours", "day, days", "week, weeks",
                                                                "working minute, working minutes, business minutes",
                                                                "working hour, working hours, business hour, business hours",
                                                                "working day, working days, business day, business days, workday, workdays").days(
                                                                        "today", "tomorrow",
                                                                        "day after tomorrow").weeks(
                                                                                "this week, end of week, end of this week",
                                                                                "next week, end of next week").weekdays(
                                                                                        "monday mon, tuesday tue, wednesday wed, thursday thu, friday fri, saturday sat, sunday sun").months(
                                                                                                "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,"
                                                                                                        + " september sep sept, october oct, november nov, december dec").parts(
                                                                                                                "morning",
                                                                                                                "afternoon",
                                                                                                                "evening").put(
                                                                                                                        "this",
                                                                                                                        new Word.Filler()).put(
                                                                                                                                "tonight",
                                                                                                                                new Word.Day(
                                                                                                                                        Said.Day.TODAY),
                                                                                                                                new Word.Time(
                                                                                                                                        Part.EVENING)).put(
                                                                                                                                                "noon, midday",
                                                                                                                                                Vocabulary.clock(
                                                                                                                                                        12)).put(
                                                                                                                                                                "closing, closing time, close, we close, end of day, end of the day, end of business, eod",
                                                                                                                                                                new Word.Time(
                                                                                                                                                                        new Said.Time.Whole())).put(
                                                                                                                                                                                "opening, opening time, we open",
                                                                                                                                                                                new Word.Time(
                                                                                                                                                                                        new Said.Time.Opening()));
    }

    private static Vocabulary dutch() {
        Vocabulary dutch = new Vocabulary().fillers(
                "om, op, voor, tegen, tot, rond, de, het, uiterlijk, s, van, aanstaande, komende, deze, dan").put(
                        "in, over, binnen", new Word.In()).put("volgende", new Word.Next()).put("half",
                                new Word.HalfBefore()).put("uur, u", new Word.OClock()).numbers(
                                        "nul, een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf").put(
                                                "een half, half een", new Word.Number(0.5)).put("anderhalf, anderhalve",
                                                        new Word.Number(1.5)).units("minuut, minuten, min",
                                                                "uren, uurtje", "dag, dagen", "week, weken",
                                                                "werkminuut, werkminuten", "werkuur, werkuren",
                                                                "werkdag, werkdagen").days("vandaag", "morgen",
                                                                        "overmorgen").weeks(
                                                                                "deze week, eind deze week, einde van de week, eind van de week",
                                                                                "volgende week, eind volgende week").weekdays(
                                                                                        "maandag ma, dinsdag di, woensdag wo, donderdag do, vrijdag vr, zaterdag za, zondag zo").months(
                                                                                                "januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, augustus aug,"
                                                                                                        + " september sep sept, oktober okt, november nov, december dec").parts(
                                                                                                                "ochtend, ochtends, morgens, vroeg",
                                                                                                                "middag, middags",
                                                                                                                "avond, avonds").put(
                                                                                                                        "vanochtend, vanmorgen",
                                                                                                                        new Word.Day(
                                                                                                                                Said.Day.TODAY),
                                                                                                                        new Word.Time(
                                                                                                                                Part.MORNING)).put(
                                                                                                                                        "vanmiddag",
                                                                                                                                        new Word.Day(
                                                                                                                                                Said.Day.TODAY),
                                                                                                                                        new Word.Time(
                                                                                                                                                Part.AFTERNOON)).put(
                                                                                                                                                        "vanavond",
                                                                                                                                                        new Word.Day(
                                                                                                                                                                Said.Day.TODAY),
                                                                                                                                                        new Word.Time(
                                                                                                                                                                Part.EVENING)).put(
                                                                                                                                                                        "sluiting, sluitingstijd, sluiten, we sluiten, eind van de dag, einde van de dag, einde dag, eind dag",
                                                                                                                                                                        new Word.Time(
                                                                                                                                                                                new Said.Time.Whole())).put(
                                                                                                                                                                                        "opening, openingstijd, we opengaan",
                                                                                                                                                                                        new Word.Time(
                                                                                                                                                                                                new Said.Time.Opening()));
        for (String day : List.of("morgen", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
                "zondag")) {
            List<Word> said = dutch.meaning(day);
            dutch.put(day + "ochtend, " + day + "morgen, " + day + "vroeg", said.getFirst(),
                    new Word.Time(Part.MORNING));
            dutch.put(day + "middag", said.getFirst(), new Word.Time(Part.AFTERNOON));
            dutch.put(day + "avond", said.getFirst(), new Word.Time(Part.EVENING));
        }
        return dutch;
    }

    /// @param said phrases that do the same, with commas between
    private Vocabulary put(String said, Word... meaning) {
        for (String phrase : said.split(", ")) {
            phrases.put(phrase, List.of(meaning));
            longest = Math.max(longest, phrase.split(" ").length);
        }
        return this;
    }

    private Vocabulary fillers(String said) {
        return put(said, new Word.Filler());
    }

    private Vocabulary numbers(String fromZero) {
        String[] words = fromZero.split(", ");
        IntStream.range(0, words.length).forEach(n -> put(words[n], new Word.Number(n)));
        return this;
    }

    private Vocabulary units(String... inOrder) {
        Said.Unit[] units = Said.Unit.values();
        IntStream.range(0, units.length).forEach(i -> put(inOrder[i], new Word.Unit(units[i])));
        return this;
    }

    private Vocabulary days(String... fromToday) {
        IntStream.range(0, fromToday.length).forEach(n -> put(fromToday[n], new Word.Day(new Said.Day.InDays(n))));
        return this;
    }

    private Vocabulary weeks(String... fromThis) {
        IntStream.range(0, fromThis.length).forEach(n -> put(fromThis[n], new Word.Day(new Said.Day.Week(n))));
        return this;
    }

    private Vocabulary weekdays(String fromMonday) {
        String[] days = fromMonday.split(", ");
        Arrays.stream(DayOfWeek.values()).forEach(day -> put(days[day.ordinal()].replace(" ", ", "), new Word.Day(
                new Said.Day.Weekday(day, false))));
        return this;
    }

    private Vocabulary months(String fromJanuary) {
        String[] months = fromJanuary.split(", ");
        Arrays.stream(Month.values()).forEach(month -> put(months[month.ordinal()].replace(" ", ", "), new Word.InMonth(
                month)));
        return this;
    }

    private Vocabulary parts(String morning, String afternoon, String evening) {
        return put(morning, new Word.Time(Part.MORNING)).put(afternoon, new Word.Time(Part.AFTERNOON)).put(evening,
                new Word.Time(Part.EVENING));
    }

    private static Word clock(int hour) {
        return new Word.Time(new Said.Time.Clock(LocalTime.of(hour, 0), false));
    }
}
