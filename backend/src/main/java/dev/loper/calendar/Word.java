package dev.loper.calendar;

import java.time.Month;

/// One word of a moment, by what it does there.
sealed interface Word {

    /// It changes nothing: “at”, “by”, “uiterlijk”.
    record Filler() implements Word {}

    /// An amount of time follows: “in”, “over”, “binnen”.
    record In() implements Word {}

    /// A day of next week follows: “next”, “volgende”.
    record Next() implements Word {}

    /// Half an hour before the hour that follows: “half” in Dutch.
    record HalfBefore() implements Word {}

    /// A number is an hour of the clock: “uur”, “o'clock”. With [In] it is an amount.
    record OClock() implements Word {}

    record Number(double value) implements Word {}

    record Unit(Said.Unit unit) implements Word {}

    record Day(Said.Day day) implements Word {}

    record InMonth(Month month) implements Word {}

    record Time(Said.Time time) implements Word {}
}
