package dev.loper.calendar;

import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.util.List;

/// The calendars of a fresh workspace, for tests of other packages.
public final class CalendarsFixture {

    private CalendarsFixture() {}

    /// @param more beside the default one, which is open Monday to Friday from 9:00 to 17:30 in Amsterdam
    public static Calendars of(RedisServer.Fresh fresh, Clock clock, BusinessCalendar... more) {
        RedisCalendars store = new RedisCalendars(fresh.store(), fresh.keys());
        List.of(more).forEach(calendar -> store.save(calendar, 0));
        return new Calendars(store, clock, new CalendarProperties("Europe/Amsterdam"));
    }

    public static void remove(Calendars calendars, String id) {
        calendars.remove(new CalendarId(id));
    }
}
