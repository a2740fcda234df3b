package dev.loper.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who made an entry.
///
/// @param id   a person's or customer's id; none for the system
/// @param name the name at that time
public record Author(Kind kind, @Nullable String id, String name) {

    public static final Author SYSTEM = new Author(Kind.SYSTEM, null, "Loper");

    public enum Kind {
        AGENT,
        CUSTOMER,
        SYSTEM,
        BOT,
        INTEGRATION;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
