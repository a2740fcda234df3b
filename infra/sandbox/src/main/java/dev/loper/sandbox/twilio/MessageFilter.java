package dev.loper.sandbox.twilio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The filters of a list: `To`, `From`, `DateSent`, `DateSent<` (on or before) and `DateSent>` (on or after).
///
/// A date means that whole UTC day; a date with a time means that second, in UTC unless it names its zone.
final class MessageFilter {

    private static final Pattern ZONED = Pattern.compile(".*(Z|[+ -]\\d{2}:?\\d{2})");

    private MessageFilter() {}

    static Predicate<Message> of(MultiValueMap<String, String> query) {
        Predicate<Message> all = message -> true;
        String to = query.getFirst("To");
        String from = query.getFirst("From");
        return all.and(message -> to == null || to.equals(message.to())).and(
                message -> from == null || from.equals(message.from())).and(sent(query.getFirst("DateSent"), 0)).and(
                        sent(query.getFirst("DateSent<"), -1)).and(sent(query.getFirst("DateSent>"), 1));
    }

    private static Predicate<Message> sent(@Nullable String value, int side) {
        if (value == null || value.isBlank()) {
            return message -> true;
        }
        Instant first = parse(value, false);
        Instant last = parse(value, true);
        return message -> {
            Instant at = message.sentAt();
            return at != null && (side > 0 || at.isBefore(last)) && (side < 0 || !at.isBefore(first));
        };
    }

    private static Instant parse(String value, boolean end) {
        try {
            if (value.length() <= 10) {
                return LocalDate.parse(value).plusDays(end ? 1 : 0).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            Instant moment = ZONED.matcher(value).matches()
                    ? OffsetDateTime.parse(value.replace(' ', '+')).toInstant()
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
            return end ? moment.plusSeconds(1) : moment;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("DateSent must be a date (2026-06-11) or a time (2026-06-11T10:00:00Z)",
                    e);
        }
    }
}
