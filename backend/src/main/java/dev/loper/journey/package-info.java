/// What customers do on our sites: pages, baskets, form steps, searches, orders, kept for a while and told as visits.
///
/// Steps come from pages ([dev.loper.journey.StepController]) and from a shop's back end, always through
/// [dev.loper.journey.NeverRecord]; they lie with the visitor, and so follow whatever customer that visitor belongs to.
/// “Resume here” leads back to where somebody stopped, on our own sites only (`docs/steps.md`).
@NullMarked
package dev.loper.journey;

import org.jspecify.annotations.NullMarked;
