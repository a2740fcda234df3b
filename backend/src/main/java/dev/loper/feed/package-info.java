/// The change feed: what happened, in order, as ids and kinds, and how to follow it from a cursor.
///
/// Every script that changes something adds to it in the same step. Whoever keeps something derived from the
/// conversations follows it: the agents' screens, the search index, the figures.
@NullMarked
package dev.loper.feed;

import org.jspecify.annotations.NullMarked;
