package dev.loper.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something a customer told us, or one of us established about them. It never changes: what is said later stands beside it.
///
/// @param kind    a [FactKind#id()]
/// @param value   empty: one of us took it away, and nothing said before counts any more
/// @param entry   where it was said; null where no entry says it
/// @param topic   whose readers may see it, where no entry says so; null: whoever may see the customer
/// @param channel where it was said: a channel's wire name, `web` for what they did on a site
/// @param by      who of us established it
public record Fact(String kind, String value, State state, @Nullable EntryId entry, @Nullable TopicId topic,
        String channel, Instant at, @Nullable By by) {

    /// Whether it only says that nothing said before is so.
    boolean withdrawn() {
        return value.isEmpty();
    }

    /// Who established it, by the name they had.
    public record By(String id, String name) {}

    /// How we know.
    @Schema(name = "FactState")
    public enum State {
        /// The customer said or did it.
        SAID,
        /// One of us confirmed what was said.
        CONFIRMED,
        /// One of us set it: it was said otherwise, or not at all.
        CORRECTED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
