/// Handovers: a customer goes on through another channel, and is recognised there.
///
/// A handover is one record with one way to prove itself: a text to send, a page to open, a code to key in, or a message to
/// answer. It is offered, and then taken, declined, revoked or expired, once; arriving by it makes the address they come
/// from the customer's, opens the topic there, and is told on the timeline, in one step. `docs/handover.md` has its states,
/// its routes, and how hard it is to guess.
@NullMarked
package dev.loper.handover;

import org.jspecify.annotations.NullMarked;
