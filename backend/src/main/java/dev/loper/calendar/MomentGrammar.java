package dev.loper.calendar;

import dev.loper.calendar.Said.Day;
import dev.loper.calendar.Said.Time;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes what was said of words, in whatever order they came: an amount of time, or a day and a time of it.
final class MomentGrammar {

    /// The words contradict each other, or make no moment together.
    private static final class NonsenseException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final int YEARS_FROM = 2000;

    private boolean amount;
    private boolean next;
    private boolean halfBefore;
    private @Nullable Double number;
    private @Nullable Month month;
    private @Nullable Day day;
    private @Nullable DayOfWeek dayOfDate;
    private Said.Day.@Nullable Week week;
    private @Nullable Time time;
    private Said.@Nullable After after;

    private MomentGrammar() {}

    /// @return none if they are no moment
    static Optional<Said> read(List<Word> words) {
        MomentGrammar grammar = new MomentGrammar();
        try {
            words.forEach(grammar::take);
            return Optional.of(grammar.end());
        } catch (NonsenseException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private void take(Word word) {
        switch (word) {
            case Word.Filler() -> settle();
            case Word.In() -> amount = true;
            case Word.Next() -> next = true;
            case Word.HalfBefore() -> halfBefore = true;
            case Word.Number(double value) -> number(value);
            case Word.Unit(Said.Unit unit) -> after(unit);
            case Word.OClock() -> oClock();
            case Word.InMonth(Month named) -> month(named);
            case Word.Day(Day named) -> day(named);
            case Word.Time(Time named) -> time(named);
        }
    }

    private void number(double value) {
        settle();
        if (month != null) {
            day(new Day.Yearly(MonthDay.of(month, whole(value))));
            month = null;
        } else if (day instanceof Day.Yearly(MonthDay date) && value >= YEARS_FROM) {
            day = new Day.Date(LocalDate.of(whole(value), date.getMonth(), date.getDayOfMonth()));
        } else {
            number = value;
        }
    }

    private void after(Said.Unit unit) {
        require(after == null && number != null);
        after = new Said.After(taken(), unit);
    }

    private void oClock() {
        if (amount) {
            after(Said.Unit.HOUR);
        } else {
            // “14:00 uur”
            require(number != null || time instanceof Time.Clock);
            settle();
        }
    }

    private void month(Month named) {
        if (number == null) {
            month = named;
        } else {
            day(new Day.Yearly(MonthDay.of(named, whole(taken()))));
        }
    }

    private void day(Day named) {
        settle();
        if (named instanceof Day.Week found) {
            require(week == null);
            week = found;
        } else if (isDate(day) && named instanceof Day.Weekday(DayOfWeek name, boolean later)) {
            nameOfDate(name);
        } else if (isDate(named) && day instanceof Day.Weekday(DayOfWeek name, boolean later)) {
            nameOfDate(name);
            day = named;
        } else {
            require(day == null);
            day = named;
        }
    }

    private static boolean isDate(@Nullable Day day) {
        return day instanceof Day.Yearly || day instanceof Day.Date;
    }

    /// “Friday 27 November”: the name says nothing more, and must be the date's.
    private void nameOfDate(DayOfWeek name) {
        require(dayOfDate == null);
        dayOfDate = name;
    }

    private void time(Time named) {
        settle();
        require(time == null);
        time = named;
    }

    /// A number that nothing followed is an hour of the clock: “at 9”.
    private void settle() {
        if (number != null) {
            require(!amount && time == null);
            int hour = whole(taken());
            LocalTime clock = LocalTime.of(hour, 0);
            time = Time.Clock.of(halfBefore ? clock.minusMinutes(30) : clock, true);
            halfBefore = false;
        }
    }

    private Said end() {
        settle();
        require(month == null && !halfBefore);
        if (after != null) {
            require(day == null && time == null && week == null && !next);
            return after;
        }
        require(day != null || time != null || week != null);
        return new Said.On(dayMeant(), time == null ? new Time.Whole() : time);
    }

    private Day dayMeant() {
        if (week != null && day == null) {
            require(time == null && !next);
            return week;
        }
        if (week == null && !next) {
            return day == null ? Day.TODAY : dayOfDate == null ? day : named(day, dayOfDate);
        }
        if (day instanceof Day.Weekday(DayOfWeek named, boolean later)) {
            return new Day.Weekday(named, later || next || week != null && week.ahead() > 0);
        }
        throw new NonsenseException();
    }

    private static Day named(Day day, DayOfWeek name) {
        if (day instanceof Day.Yearly(MonthDay date)) {
            return new Day.Named(date, name);
        }
        require(day instanceof Day.Date(LocalDate date) && date.getDayOfWeek() == name);
        return day;
    }

    private double taken() {
        double value = Objects.requireNonNull(number);
        number = null;
        return value;
    }

    private static int whole(double value) {
        require(value == Math.rint(value));
        return (int) value;
    }

    private static void require(boolean sense) {
        if (!sense) {
            throw new NonsenseException();
        }
    }
}
