/// Facts: what a customer told us, with where and when, so that nobody asks twice.
///
/// They are found in messages after these are stored, confirmed or corrected by people, and superseded, never overwritten;
/// what an address said stays with that address whoever it is joined to. [dev.loper.fact.Questions] notices a question whose
/// answer is known while it is being typed, and asking it anyway is counted (`docs/facts.md`).
@NullMarked
package dev.loper.fact;

import org.jspecify.annotations.NullMarked;
