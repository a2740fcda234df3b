package dev.loper.calendar;

/// A calendar as it is kept.
///
/// @param version grows with each change; 0 for the built-in default that nobody has changed yet
record Kept(BusinessCalendar calendar, long version) {}
