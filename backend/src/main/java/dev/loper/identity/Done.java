package dev.loper.identity;

/// What became of a deed or of its undoing.
public sealed interface Done {

    /// It is done, and told on the timelines.
    record Now(Deed deed) implements Done {}

    /// It was so already: by this deed, if one is known.
    record Already(@org.jspecify.annotations.Nullable Deed deed) implements Done {}

    /// There is no such customer, address or deed.
    record NotFound(String what) implements Done {}

    /// It cannot be done as things are; the reason is a slug, with a sentence for a person.
    record Refused(String reason, String sentence) implements Done {}
}
