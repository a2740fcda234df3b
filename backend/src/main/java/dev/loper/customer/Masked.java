package dev.loper.customer;

import dev.loper.message.ChannelAddress;
import java.util.Optional;

/// An address as its owner knows it again, and nobody else learns it: `a…@e…`, `…17`. It stands on one line: a line may end after
/// an ellipsis otherwise.
public final class Masked {

    private static final int DIGITS = 2;
    /// U+2060, word joiner: nothing to see, and no line ends there.
    private static final String JOINED = "\u2060";

    private Masked() {}

    /// @return none of a browser: nobody knows theirs
    public static Optional<String> of(ChannelAddress address) {
        return switch (address) {
            case ChannelAddress.Email(String mail) -> Optional.of(mail(mail));
            case ChannelAddress.Phone(String number) -> number(number);
            case ChannelAddress.WhatsApp(String number) -> number(number);
            case ChannelAddress.Visitor visitor -> Optional.empty();
        };
    }

    private static String mail(String mail) {
        int at = mail.lastIndexOf('@');
        return start(mail.substring(0, Math.max(at, 0))) + JOINED + "@" + start(mail.substring(at + 1));
    }

    private static String start(String part) {
        return part.isEmpty() ? "…" : part.substring(0, part.offsetByCodePoints(0, 1)) + "…";
    }

    private static Optional<String> number(String number) {
        return number.length() > 2 * DIGITS
                ? Optional.of("…" + JOINED + number.substring(number.length() - DIGITS))
                : Optional.empty();
    }
}
