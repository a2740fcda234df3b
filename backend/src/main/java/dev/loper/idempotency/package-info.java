/// Writes that are sent again: a request with an `Idempotency-Key` is carried out once, and answered the same every time.
///
/// A network that broke leaves whoever sent a write without an answer, not knowing whether it was done; with a key they
/// send it again and learn. Answers are kept for a day, sealed, for the person who got them.
@NullMarked
package dev.loper.idempotency;

import org.jspecify.annotations.NullMarked;
