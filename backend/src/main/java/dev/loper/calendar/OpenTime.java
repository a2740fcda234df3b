package dev.loper.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/// The open time of a calendar between two moments, as stretches in order.
///
/// It is walked in pieces that lie in one day and have one offset from UTC, so that within a piece the wall clock runs like
/// any other: what is open is what the wall clock shows, also in the hour that comes twice, and in the night that lacks one.
/// A stretch ends with its piece; the next one may begin at that very moment.
final class OpenTime implements Iterator<Stretch> {

    private final BusinessCalendar calendar;
    private final ZoneRules rules;
    private final Instant until;
    private final Queue<Stretch> found = new ArrayDeque<>();
    private Instant reached;
    private ZoneOffset offset;
    private Instant change;

    OpenTime(BusinessCalendar calendar, Instant from, Instant until) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
        this.until = until;
        this.reached = from;
        this.offset = rules.getOffset(from);
        this.change = changeAfter(from);
    }

    @Override
    public boolean hasNext() {
        while (found.isEmpty() && reached.isBefore(until)) {
            walk();
        }
        return !found.isEmpty();
    }

    @Override
    public Stretch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return found.remove();
    }

    /// Walks one piece.
    private void walk() {
        LocalDate day = LocalDateTime.ofInstant(reached, offset).toLocalDate();
        Instant midnight = day.atStartOfDay().toInstant(offset);
        Instant end = earliest(earliest(day.plusDays(1).atStartOfDay().toInstant(offset), change), until);
        for (Span span : calendar.hoursOn(day).spans()) {
            Instant opens = latest(midnight.plusSeconds(span.from().toSecondOfDay()), reached);
            Instant closes = earliest(midnight.plusSeconds(span.end()), end);
            if (opens.isBefore(closes)) {
                found.add(new Stretch(opens, closes));
            }
        }
        reached = end;
        if (reached.equals(change)) {
            offset = rules.getOffset(reached);
            change = changeAfter(reached);
        }
    }

    private Instant changeAfter(Instant moment) {
        ZoneOffsetTransition next = rules.nextTransition(moment);
        return next == null ? Instant.MAX : next.getInstant();
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
