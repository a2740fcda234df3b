/// The installation's secret: one random key, from which every other is derived.
///
/// It lies outside the data and its backups where that is asked for; a wrong one stops the start, because links and
/// tokens made with the right one would quietly stop working.
@NullMarked
package dev.loper.secret;

import org.jspecify.annotations.NullMarked;
