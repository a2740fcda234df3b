/// News for the page: which phone or mailbox has changed, never what is in it.
/// The page reads the changed thing again, so a lost or repeated piece of news does no harm.
/// Imports nothing of the sandbox.
@NullMarked
package dev.loper.sandbox.live;

import org.jspecify.annotations.NullMarked;
