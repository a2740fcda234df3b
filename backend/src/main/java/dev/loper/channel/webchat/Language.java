package dev.loper.channel.webchat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A language the widget speaks.
enum Language {
    EN,
    NL;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a language tag; what the widget does not speak is English.
    @JsonCreator
    static Language of(@Nullable String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("nl") ? NL : EN;
    }
}
