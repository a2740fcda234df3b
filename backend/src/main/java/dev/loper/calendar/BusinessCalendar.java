package dev.loper.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// When we are there: opening hours by weekday, the days that differ, and the zone in which both are meant.
///
/// It answers at once whatever it is asked: it looks [#HORIZON] ahead and no further, and a calendar that never opens says
/// so without looking.
///
/// @param zone an IANA zone
/// @param week the hours of each weekday; one that is missing is closed
/// @param days the days that differ, by date
public record BusinessCalendar(CalendarId id, String name, ZoneId zone, Map<DayOfWeek, DayHours> week,
        SortedMap<LocalDate, SpecialDay> days) {

    /// How far it looks: about twenty years.
    public static final Duration HORIZON = Duration.ofDays(20 * 365);

    /// After this long without a special day, every week is like the last one.
    private static final int SETTLED_DAYS = 21;

    public BusinessCalendar {
        week = Map.copyOf(week);
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /// @throws IllegalStateException if a date is there twice
    public BusinessCalendar(CalendarId id, String name, ZoneId zone, Map<DayOfWeek, DayHours> week,
            List<SpecialDay> days) {
        this(id, name, zone, week, new TreeMap<>(days.stream().collect(Collectors.toMap(SpecialDay::date,
                Function.identity()))));
    }

    /// The hours of a date in the calendar's zone.
    public DayHours hoursOn(LocalDate date) {
        SpecialDay special = days.get(date);
        return special == null ? week.getOrDefault(date.getDayOfWeek(), DayHours.CLOSED) : special.hours();
    }

    public boolean isOpen(Instant at) {
        return new OpenTime(this, at, at.plusNanos(1)).hasNext();
    }

    /// The next moment after this one at which it goes from closed to open; none if that never comes.
    public Optional<Instant> nextOpening(Instant after) {
        return (isOpen(after) ? nextClosing(after) : Optional.of(after)).flatMap(closed -> firstOpen(closed, settled(
                closed)));
    }

    /// The next moment after this one at which it goes from open to closed; none if that never comes.
    public Optional<Instant> nextClosing(Instant after) {
        Instant limit = settled(after);
        OpenTime open = new OpenTime(this, after, limit);
        Instant end = limit;
        for (boolean first = true; open.hasNext(); first = false) {
            Stretch stretch = open.next();
            if (!first && stretch.from().isAfter(end)) {
                return Optional.of(end);
            }
            end = stretch.until();
        }
        return end.isBefore(limit) ? Optional.of(end) : Optional.empty();
    }

    /// This moment if it is open, else the next opening.
    public Optional<Instant> firstOpen(Instant from) {
        return firstOpen(from, settled(from));
    }

    /// How much open time lies between two moments; none if they are the wrong way round. What lies further than the
    /// [#HORIZON] after the first is not counted.
    public Duration workingTime(Instant from, Instant until) {
        Instant limit = from.plus(HORIZON);
        OpenTime open = new OpenTime(this, from, until.isBefore(limit) ? until : limit);
        Duration sum = Duration.ZERO;
        while (open.hasNext()) {
            sum = sum.plus(open.next().length());
        }
        return sum;
    }

    /// The moment at which so much open time has passed, the earliest there is: with all of a day's hours, its closing; with
    /// none, the first open moment.
    ///
    /// @param working zero or more
    /// @return none if it lies beyond the [#HORIZON]
    public Optional<Instant> plus(Instant from, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("Working time goes forward: " + working);
        }
        OpenTime open = new OpenTime(this, from, opensEveryWeek() ? from.plus(HORIZON) : settled(from));
        Duration left = working;
        while (open.hasNext()) {
            Stretch stretch = open.next();
            if (left.compareTo(stretch.length()) <= 0) {
                return Optional.of(stretch.from().plus(left));
            }
            left = left.minus(stretch.length());
        }
        return Optional.empty();
    }

    /// The open time within two moments, from its first to its last: breaks in between belong to it.
    Optional<Stretch> openWithin(Instant from, Instant until) {
        OpenTime open = new OpenTime(this, from, until);
        Stretch whole = null;
        while (open.hasNext()) {
            Stretch stretch = open.next();
            whole = new Stretch(whole == null ? stretch.from() : whole.from(), stretch.until());
        }
        return Optional.ofNullable(whole);
    }

    private Optional<Instant> firstOpen(Instant from, Instant limit) {
        OpenTime open = new OpenTime(this, from, limit);
        return open.hasNext() ? Optional.of(open.next().from()) : Optional.empty();
    }

    private boolean opensEveryWeek() {
        return week.values().stream().anyMatch(hours -> !hours.closed());
    }

    /// A moment by which everything that ever happens after the given one has happened once.
    private Instant settled(Instant from) {
        Instant last = days.isEmpty() ? from : days.lastKey().plusDays(1).atStartOfDay(zone).toInstant();
        Instant settled = (last.isAfter(from) ? last : from).plus(Duration.ofDays(SETTLED_DAYS));
        Instant horizon = from.plus(HORIZON);
        return settled.isBefore(horizon) ? settled : horizon;
    }
}
