/// When we are there: opening hours, holidays, and the moments people speak of.
///
/// A [dev.loper.calendar.BusinessCalendar] is a value that answers by itself: is it open, when does it open and close,
/// how much working time lies between two moments, which moment is so much working time away. [dev.loper.calendar.Calendars]
/// finds the one that is wanted, and there always is one. [dev.loper.calendar.Moments] turns “tomorrow morning” or “over 2
/// werkuren” into a moment of a calendar, or says why it is none. Promises, service targets and routing ask here; nothing here
/// knows them.
@NullMarked
package dev.loper.calendar;

import org.jspecify.annotations.NullMarked;
