package dev.loper.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;

/// Words for a moment, taken apart, before anybody looks at a calendar.
sealed interface Said {

    /// So much later: “in 2 working hours”. @param amount may have a half
    record After(double amount, Unit unit) implements Said {}

    /// A time of a day: “Monday 10:00”. Only a time means today, only a day means all of it.
    record On(Day day, Time time) implements Said {}

    enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        WORKING_MINUTE,
        WORKING_HOUR,
        WORKING_DAY
    }

    /// Which day, or which week.
    sealed interface Day {

        Day TODAY = new InDays(0);

        record InDays(int days) implements Day {}

        /// The next day of this name after today. @param nextWeek the one in next week, even if there is one before
        record Weekday(DayOfWeek day, boolean nextWeek) implements Day {}

        /// The next one, today included.
        record Yearly(MonthDay date) implements Day {}

        record Date(LocalDate date) implements Day {}

        /// A date with the name of its day: “Friday 27 November”. The next one, or if it has another name, this year's.
        record Named(MonthDay date, DayOfWeek day) implements Day {}

        /// A whole week, Monday to Sunday. @param ahead 0 for this week
        record Week(int ahead) implements Day {}
    }

    /// When on a day.
    sealed interface Time {

        /// At any time.
        record Whole() implements Time {}

        /// A part of the day.
        record Part(LocalTime from, LocalTime until) implements Time {

            static final Part MORNING = new Part(LocalTime.MIDNIGHT, LocalTime.NOON);
            static final Part AFTERNOON = new Part(LocalTime.NOON, LocalTime.of(18, 0));
            static final Part EVENING = new Part(LocalTime.of(18, 0), LocalTime.MIDNIGHT);
        }

        /// When we open.
        record Opening() implements Time {}

        /// @param either whether it may as well be twelve hours later: “at 2”
        record Clock(LocalTime time, boolean either) implements Time {

            /// @param vague whether it was written in a way that may mean both halves of the day
            static Clock of(LocalTime time, boolean vague) {
                return new Clock(time, vague && time.getHour() >= 1 && time.getHour() < 12);
            }
        }
    }
}
