package dev.loper.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a person is here for. A later role may do all that an earlier one may.
public enum Role {

    AGENT,
    SUPERVISOR,
    ADMINISTRATOR;

    /// The name in the API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Role of(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
