/// Live screens that never lie: what changed, pushed to whoever is looking at it.
///
/// A screen registers what it watches; every frame carries the feed's cursor, and a screen that comes back presents it
/// and gets what it missed, or is told to load anew. The way of a change: [ChangePush], [Hydration], [Batch], [Watcher],
/// [Outbox], [StompLine]. A change carries the current state, so one that comes twice is
/// harmless and one that would come late cannot be wrong.
@NullMarked
package dev.loper.push;

import org.jspecify.annotations.NullMarked;
