package dev.loper.calendar;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What is known about opening hours before anybody has set them: the settings under `loper.calendar`.
///
/// @param zone the IANA zone of the default calendar; empty: the machine's
@ConfigurationProperties("loper.calendar")
record CalendarProperties(@Nullable String zone) {

    /// @throws java.time.DateTimeException if there is no such zone
    CalendarProperties {
        zone = zone == null || zone.isBlank() ? ZoneId.systemDefault().getId() : ZoneId.of(zone.strip()).getId();
    }

    ZoneId zoneId() {
        return ZoneId.of(String.valueOf(zone));
    }
}
