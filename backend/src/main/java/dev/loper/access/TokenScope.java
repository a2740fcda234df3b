package dev.loper.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an API token opens.
enum TokenScope {
    /// All that the person it acts as may do.
    ALL,
    /// Telling what visitors did, and nothing else: a shop's server holds it, and whoever breaks into that server reads nothing here.
    STEPS;

    /// The name in the API.
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static TokenScope of(String word) {
        return TokenScope.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
