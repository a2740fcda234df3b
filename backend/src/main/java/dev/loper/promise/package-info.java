/// Transparent status promises: what we heard, what we will do, by when, and who answers for it.
///
/// A promise is one record shared by agent and customer. Making it says its sentence in the same step; it hangs on its
/// topic, and so survives transfer, handover, merge, resolve and the absence of its owner. Only a person closes it; the clock
/// makes it due soon, tells the customer when its moment will be missed, and marks it late, each once.
/// `docs/promises.md` has its states and what leads from one to the next.
@NullMarked
package dev.loper.promise;

import org.jspecify.annotations.NullMarked;
