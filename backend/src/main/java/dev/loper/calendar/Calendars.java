package dev.loper.calendar;

import dev.loper.redis.StoreUnavailableException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The calendars of the workspace, at hand in memory: what another node changes counts here within two seconds.
///
/// There always is a default one, Monday to Friday from 9:00 to 17:30, until an administrator gives it other hours. While Redis is
/// away the last known calendars count on.
@Component
public class Calendars implements WorkspaceDay {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final DayHours OFFICE = DayHours.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 30)));

    /// What Redis had at a moment.
    private record Known(Instant at, Map<CalendarId, Kept> calendars) {}

    private final RedisCalendars store;
    private final Clock clock;
    private final Kept builtIn;
    private volatile @Nullable Known known;

    Calendars(RedisCalendars store, Clock clock, CalendarProperties properties) {
        this.store = store;
        this.clock = clock;
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        List.of(DayOfWeek.values()).subList(0, 5).forEach(day -> week.put(day, OFFICE));
        this.builtIn = new Kept(new BusinessCalendar(CalendarId.DEFAULT, "Opening hours", properties.zoneId(), week,
                List.of()), 0);
    }

    /// The calendar of this id; the default one if there is none of that id, or no longer.
    public BusinessCalendar of(@Nullable CalendarId id) {
        Map<CalendarId, Kept> all = known();
        return Objects.requireNonNullElseGet(id == null ? null : all.get(id), () -> Objects.requireNonNull(all.get(
                CalendarId.DEFAULT))).calendar();
    }

    /// The calendar of whatever has none of its own.
    public BusinessCalendar defaultCalendar() {
        return of(null);
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), defaultCalendar().zone());
    }

    public boolean exists(CalendarId id) {
        return known().containsKey(id);
    }

    /// All of them as they are now, by name, the default one first.
    List<Kept> all() {
        return read().values().stream().sorted(Comparator.comparing((Kept kept) -> !kept.calendar().id().equals(
                CalendarId.DEFAULT)).thenComparing(kept -> kept.calendar().name())).toList();
    }

    /// As it is now.
    Optional<Kept> find(CalendarId id) {
        return Optional.ofNullable(read().get(id));
    }

    SaveResult save(BusinessCalendar calendar, long version) {
        SaveResult result = store.save(calendar, version);
        known = null;
        return result;
    }

    Optional<Kept> remove(CalendarId id) {
        Optional<Kept> removed = store.remove(id);
        known = null;
        return removed;
    }

    private Map<CalendarId, Kept> known() {
        Known last = known;
        if (last != null && clock.instant().isBefore(last.at().plus(FRESH))) {
            return last.calendars();
        }
        try {
            return read();
        } catch (StoreUnavailableException e) {
            if (last == null) {
                throw e;
            }
            return last.calendars();
        }
    }

    private Map<CalendarId, Kept> read() {
        Instant now = clock.instant();
        Map<CalendarId, Kept> all = new HashMap<>(Map.of(CalendarId.DEFAULT, builtIn));
        all.putAll(store.all());
        known = new Known(now, all);
        return all;
    }
}
