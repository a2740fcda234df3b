package dev.loper.fact;

/// A question found in words.
///
/// @param kind     the [FactKind#id()] it asks for
/// @param from     where its sentence begins, in UTF-16 units
/// @param to       where it ends
/// @param language `en` or `nl`
record Asked(String kind, int from, int to, String language) {}
