/// Birthdays and jubilees of customers: a queue of small personal gestures, made by people.
///
/// The days are facts ([dev.loper.fact.FactDays]); [dev.loper.occasion.Occasions] says whose turn it is, and holds back whoever
/// has a complaint open or was promised something that is late: flowers would be an insult then.
@NullMarked
package dev.loper.occasion;

import org.jspecify.annotations.NullMarked;
