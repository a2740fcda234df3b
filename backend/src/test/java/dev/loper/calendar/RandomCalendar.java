package dev.loper.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Calendars and moments from a seed, more often odd than chance would make them: zones that skip a day or change at
/// midnight or by half an hour, spans until midnight, moments about to lose or gain an hour.
final class RandomCalendar {

    private static final List<String> ZONES = List.of("Europe/Amsterdam", "America/New_York", "America/Sao_Paulo",
            "America/St_Johns", "America/Havana", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca",
            "Asia/Kathmandu", "UTC");

    private final Random random;
    final ZoneId zone;

    RandomCalendar(long seed) {
        this.random = new Random(seed);
        this.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    /// A moment, to the minute, between 2007 and 2030.
    Instant moment() {
        Instant any = LocalDateTime.of(2007, 1, 1, 0, 0).toInstant(ZoneOffset.UTC).plus(random.nextInt(23 * 365 * 24
                * 60), ChronoUnit.MINUTES);
        ZoneOffsetTransition change = zone.getRules().nextTransition(any);
        return change == null || random.nextInt(3) == 0
                ? any
                : change.getInstant().minus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
    }

    int minutes(int most) {
        return 1 + random.nextInt(most);
    }

    BusinessCalendar around(Instant moment) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours());
        }
        if (random.nextInt(10) == 0) {
            week.clear();
        }
        return new BusinessCalendar(new CalendarId("random"), "Random", zone, week, days(LocalDate.ofInstant(moment,
                zone)));
    }

    private List<SpecialDay> days(LocalDate from) {
        Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            LocalDate date = from.plusDays(random.nextInt(10) - 1L);
            days.put(date, new SpecialDay(date, "special", hours()));
        }
        return List.copyOf(days.values());
    }

    private DayHours hours() {
        List<Span> spans = new ArrayList<>();
        for (int i = List.of(0, 1, 1, 2, 3).get(random.nextInt(5)); i > 0; i--) {
            int from = edge();
            int until = edge();
            if (from != until) {
                spans.add(new Span(time(Math.min(from, until)), time(Math.max(from, until))));
            }
        }
        return new DayHours(spans);
    }

    /// A minute of the day, 0 to 1440; often the edge of the day or an hour in which clocks change.
    private int edge() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 24 * 60;
            case 2 -> random.nextInt(4 * 60);
            default -> random.nextInt(24 * 60 + 1);
        };
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }
}
