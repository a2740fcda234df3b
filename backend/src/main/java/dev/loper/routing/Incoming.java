package dev.loper.routing;

import org.jspecify.annotations.Nullable;

/// What the rules look at of a customer's message.
///
/// @param account  it came in on
/// @param brand    that account speaks for; none if nobody knows
/// @param language it is written in, as far as that can be told
/// @param words    of subject and text
record Incoming(String account, @Nullable String brand, @Nullable String language, Words words) {}
