package dev.loper.push;

/// One change as it goes over the wire, written once for all screens that get the same.
///
/// @param about what it tells the state of: of two about the same thing, the later one stands for both
/// @param json  the [Push]
record News(String about, String json) {}
