package dev.loper.promise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a promise's page shows; `templates/promise.mustache` sets it.
///
/// @param topic   the matter it belongs to, as the inbox calls it
/// @param look    `soon`, `late`, `kept`, or nothing
/// @param open    whether it is still to be kept: then time passes on the page, and the answer may come another way
/// @param once    makes a form that is sent twice harmless
/// @param thanks  what the customer has just done, if they did
record PromisePage(String path, String language, String title, String brand, String topic, String greeting,
        Marked sentence,
        String look, String headline, String detail, @Nullable Earlier earlier, List<Step> steps, Owner owner,
        boolean open, List<Way> ways, @Nullable CallBack callBack, Labels labels, String once,
        @Nullable String thanks) {

    /// A sentence, and what stands out in it.
    record Marked(String before, String mark, String after) {}

    /// The moment there was before, struck through.
    record Earlier(String label, String moment) {}

    record Owner(String initials, String name, String does) {}

    /// @param at  ISO 8601
    /// @param now whether it is what is going on
    record Step(String at, String time, String words, @Nullable String more, boolean now) {}

    /// @param value what the form says of it
    /// @param icon  what stands beside its name, as SVG
    record Way(String value, String name, String icon) {}

    /// @param words what the customer says by it
    record CallBack(String name, String words, String icon) {}

    record Labels(String otherwise, String add, String solved, String foot) {}

    boolean hasWays() {
        return !ways.isEmpty();
    }
}
