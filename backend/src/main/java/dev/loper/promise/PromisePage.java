package dev.loper.promise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a promise's page shows; `templates/promise.mustache` sets it.
///
/// @param look    `soon`, `late`, `kept`, or nothing
/// @param open    whether it is still to be kept, so that the customer can say something to it
/// @param refresh whether time passes on it
/// @param once    makes a form that is sent twice harmless
/// @param thanks  what the customer has just done, if they did
record PromisePage(String path, String language, String title, String brand, String greeting, String sentence,
        String look, String headline, String detail, List<Step> steps, String owner, String ownerDoes, boolean open,
        boolean refresh, List<Way> ways, String otherwise, String add, String send, String solved, String once,
        @Nullable String thanks, String foot) {

    /// @param at  ISO 8601
    /// @param now whether it is what is going on
    record Step(String at, String time, String words, @Nullable String more, boolean now) {}

    /// @param value what the form says of it
    record Way(String value, String name) {}

    boolean hasWays() {
        return !ways.isEmpty();
    }
}
