/// Full-text search of what was said: a Lucene index in the node's data folder, one a node.
///
/// [SearchFollower] keeps it up with the change feed, on a thread of its own and never faster than the settings allow, so that
/// no intake waits for it; [SearchWalk] makes it anew from the threads where the feed cannot tell what was missed. The index
/// says which entries match; who may see them is decided where they are read, by what the store holds now.
@NullMarked
package dev.loper.search;

import org.jspecify.annotations.NullMarked;
