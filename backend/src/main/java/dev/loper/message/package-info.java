/// The vocabulary: what every part of Loper says to another.
///
/// Ids, addresses, messages and entries are records; nothing here does anything. This package imports nothing of ours,
/// and everything else may import it.
@NullMarked
package dev.loper.message;

import org.jspecify.annotations.NullMarked;
