package dev.loper.calendar;

import java.time.LocalDate;

/// A date with hours of its own: a holiday, or a day that is longer or shorter than its weekday.
///
/// @param name what people call it: “Christmas”
public record SpecialDay(LocalDate date, String name, DayHours hours) {}
