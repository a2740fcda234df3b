package dev.loper.access;

import java.util.Set;

/// What somebody does here, as whoever gives out the work must know it.
///
/// @param speaks the languages they answer customers in, as ISO 639-1 codes such as `nl`; not that of their screen
public record Work(Set<String> speaks) {

    /// Nothing is known yet.
    public static final Work UNKNOWN = new Work(Set.of());

    public Work {
        speaks = Set.copyOf(speaks);
    }
}
