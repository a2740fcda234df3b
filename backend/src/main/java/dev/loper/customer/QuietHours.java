package dev.loper.customer;

import dev.loper.message.ChannelKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hours of a day in which a customer is not to be disturbed, by the clock on their wall.
///
/// @param until may be before `from`: then they go on over midnight
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    /// Reads `20:00-08:00`.
    public static Optional<QuietHours> read(String words, ZoneId zone) {
        String[] parts = words.split("-", 2);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new QuietHours(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()),
                            zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Until when it is quiet, if it is at a moment.
    public @Nullable Instant endAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        LocalTime clock = there.toLocalTime();
        boolean overnight = until.isBefore(from);
        boolean quiet = overnight
                ? !clock.isBefore(from) || clock.isBefore(until)
                : !clock.isBefore(from) && clock.isBefore(until);
        if (!quiet) {
            return null;
        }
        LocalDate day = overnight && !clock.isBefore(from)
                ? there.toLocalDate().plusDays(1)
                : there.toLocalDate();
        return until.atDate(day).atZone(zone).toInstant();
    }

    /// Whether a message on a channel makes a noise where the customer is: a mail waits until they look, and a chat shows to
    /// whoever is looking.
    public static boolean disturbs(ChannelKind channel) {
        return switch (channel) {
            case EMAIL, CHAT -> false;
            case SMS, WHATSAPP, VOICE, MESSENGER, INSTAGRAM, TELEGRAM, CUSTOM -> true;
        };
    }
}
