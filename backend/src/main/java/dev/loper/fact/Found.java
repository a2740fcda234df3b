package dev.loper.fact;

/// A fact found in words.
///
/// @param kind a [FactKind#id()]
record Found(String kind, String value) {}
