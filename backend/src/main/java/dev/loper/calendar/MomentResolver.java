package dev.loper.calendar;

import dev.loper.calendar.Said.Day;
import dev.loper.calendar.Said.Time;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the moment that was meant: days and times on the wall clock of one zone, open time by the calendar.
///
/// @param zone of whoever is spoken to
record MomentResolver(BusinessCalendar calendar, ZoneId zone, Instant now) {

    private static final Duration FARTHEST = Duration.ofDays(2 * 366);
    private static final int MOST = 100_000;
    private static final int DAYS_TRIED = 14;

    Moment resolve(Said said) {
        return switch (said) {
            case Said.After(double amount, Said.Unit unit) -> amount > MOST
                    ? new Moment.TooFar()
                    : after(amount, unit);
            case Said.On(Day day, Time time) -> on(day, time);
        };
    }

    private Moment after(double amount, Said.Unit unit) {
        return switch (unit) {
            case MINUTE -> suggesting(exactly(now.plus(minutes(amount))));
            case HOUR -> suggesting(exactly(now.plus(minutes(amount * 60))));
            case WORKING_MINUTE -> working(minutes(amount));
            case WORKING_HOUR -> working(minutes(amount * 60));
            case DAY -> on(new Day.InDays(upwards(amount)), new Time.Whole());
            case WEEK -> on(new Day.InDays(upwards(amount * 7)), new Time.Whole());
            case WORKING_DAY -> workingDays(upwards(amount));
        };
    }

    private Moment working(Duration time) {
        return calendar.plus(now, time).filter(at -> !tooFar(at)).map(at -> (Moment) new Moment.Understood(at,
                at)).orElseGet(Moment.TooFar::new);
    }

    private Moment workingDays(int count) {
        return Stream.iterate(today().plusDays(1), date -> !tooFar(start(date)), date -> date.plusDays(1)).filter(
                date -> calendar.openWithin(start(date), start(date.plusDays(1))).isPresent()).skip(
                        Math.max(0,
                                count - 1L)).findFirst().map(date -> at(date, new Time.Whole())).orElseGet(
                                        Moment.TooFar::new);
    }

    private Moment on(Day day, Time time) {
        Optional<LocalDate> date = date(day).filter(found -> !tooFar(start(found)));
        if (date.isEmpty()) {
            return day instanceof Day.Named ? new Moment.Unknown() : new Moment.TooFar();
        }
        if (day instanceof Day.Week) {
            return suggesting(within(start(date.get()), start(date.get().plusWeeks(1))));
        }
        Moment moment = at(date.get(), time);
        return open(moment) ? moment : suggesting(moment, later(date.get(), time));
    }

    private Moment at(LocalDate date, Time time) {
        return switch (time) {
            case Time.Whole() -> within(start(date), start(date.plusDays(1)));
            case Time.Part(LocalTime from, LocalTime until) -> within(wall(date, from), until.equals(LocalTime.MIDNIGHT)
                    ? start(date.plusDays(1))
                    : wall(date, until));
            case Time.Opening() -> calendar.openWithin(start(date), start(date.plusDays(1))).map(
                    open -> exactly(open.from())).orElseGet(() -> at(date, new Time.Whole()));
            case Time.Clock(LocalTime clock, boolean either) -> {
                Moment moment = exactly(wall(date, clock));
                Moment other = either ? exactly(wall(date, clock.plusHours(12))) : moment;
                yield open(moment) || !open(other) ? moment : other;
            }
        };
    }

    private Moment exactly(Instant at) {
        if (!at.isAfter(now)) {
            return new Moment.Past(at, null);
        }
        // At the very moment we close we are still in time.
        boolean open = calendar.isOpen(at) || calendar.isOpen(at.minusNanos(1));
        return open ? new Moment.Understood(at, at) : new Moment.Closed(at, null);
    }

    private Moment within(Instant from, Instant until) {
        if (!until.isAfter(now)) {
            return new Moment.Past(until, null);
        }
        Optional<Stretch> ahead = calendar.openWithin(from.isAfter(now) ? from : now, until);
        if (ahead.isPresent()) {
            return new Moment.Understood(ahead.get().from(), ahead.get().until());
        }
        return calendar.openWithin(from, until).map(over -> (Moment) new Moment.Past(over.until(), null)).orElseGet(
                () -> new Moment.Closed(until, null));
    }

    /// The same time on one of the following days.
    private Optional<Instant> later(LocalDate date, Time time) {
        LocalDate from = date.isBefore(today()) ? today() : date.plusDays(1);
        return IntStream.range(0, DAYS_TRIED).mapToObj(from::plusDays).map(day -> at(day, time)).filter(
                Moment.Understood.class::isInstance).map(Moment.Understood.class::cast).map(
                        Moment.Understood::at).findFirst();
    }

    private Moment suggesting(Moment moment) {
        return suggesting(moment, Optional.empty());
    }

    /// @param instead what to suggest; if there is none, when we open next
    private Moment suggesting(Moment moment, Optional<Instant> instead) {
        return switch (moment) {
            case Moment.Closed(Instant at, Instant none) -> new Moment.Closed(at, instead.or(() -> calendar.firstOpen(
                    at)).orElse(null));
            case Moment.Past(Instant at, Instant none) -> new Moment.Past(at, instead.or(() -> calendar.firstOpen(
                    now)).orElse(null));
            case Moment.Understood understood -> understood;
            case Moment.TooFar tooFar -> tooFar;
            case Moment.Unknown unknown -> unknown;
        };
    }

    /// @return none if it does not come within the years we look ahead
    private Optional<LocalDate> date(Day day) {
        return switch (day) {
            case Day.InDays(int days) -> Optional.of(today().plusDays(days));
            case Day.Weekday(DayOfWeek named, boolean nextWeek) -> Optional.of(nextWeek
                    ? monday().plusWeeks(1).with(TemporalAdjusters.nextOrSame(named))
                    : today().with(TemporalAdjusters.next(named)));
            case Day.Yearly(MonthDay date) -> yearly(date).filter(found -> !found.isBefore(today())).findFirst();
            case Day.Named(MonthDay date, DayOfWeek name) -> Stream.concat(date(new Day.Yearly(date)).stream(), yearly(
                    date).limit(1)).filter(found -> found.getDayOfWeek() == name).findFirst();
            case Day.Date(LocalDate date) -> Optional.of(date);
            case Day.Week(int ahead) -> Optional.of(monday().plusWeeks(ahead));
        };
    }

    private Stream<LocalDate> yearly(MonthDay date) {
        return IntStream.range(0, 3).map(year -> today().getYear() + year).filter(date::isValidYear).mapToObj(
                date::atYear);
    }

    private static boolean open(Moment moment) {
        return moment instanceof Moment.Understood;
    }

    private boolean tooFar(Instant at) {
        return at.isAfter(now.plus(FARTHEST));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private LocalDate monday() {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Instant wall(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static Duration minutes(double amount) {
        return Duration.ofSeconds(Math.round(amount * 60));
    }

    private static int upwards(double amount) {
        return (int) Math.ceil(amount);
    }
}
