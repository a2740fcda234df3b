package dev.loper.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who made an entry.
///
/// @param id   a person's or customer's id; none for the system
/// @param name the name at that time
public record Author(Kind kind, @Nullable String id, String name) {

    public static final Author SYSTEM = new Author(Kind.SYSTEM, null, "Loper");

    @Schema(name = "AuthorKind")
    public enum Kind {
        AGENT,
        CUSTOMER,
        /// Somebody of ours without a seat, who was asked.
        COLLEAGUE,
        SYSTEM,
        BOT,
        INTEGRATION;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
