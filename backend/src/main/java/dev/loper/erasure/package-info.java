/// Erasing a customer, as the law asks: all that was said, done, told and promised, and who they were.
///
/// Everybody who keeps a part of it says what goes ([dev.loper.conversation.Remains]); [dev.loper.erasure.Erasure] has it
/// removed in one step, files after it, and the store's log rewritten. What was erased is remembered by ids that say nothing,
/// in a file beside the store, so that a backup brings nobody back ([dev.loper.erasure.ErasedBefore]).
@NullMarked
package dev.loper.erasure;

import org.jspecify.annotations.NullMarked;
