package dev.loper.handover;

import dev.loper.message.ChannelAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as people type them.
final class Typed {

    private static final Pattern MAIL = Pattern.compile(
            "[^\\s\\p{Cc}@<>(),;:\"\\[\\]\\\\]{1,64}@[^\\s\\p{Cc}@<>(),;:\"\\[\\]\\\\]{1,250}");

    private Typed() {}

    static Optional<ChannelAddress> email(String text) {
        return MAIL.matcher(text).matches()
                ? Optional.of(new ChannelAddress.Email(text.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
