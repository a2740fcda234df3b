/// Messages that could not be taken in, kept whole.
///
/// A channel puts here what it cannot read; an administrator reads it, and hands it in again once the cause is mended,
/// or discards it. Nothing is dropped silently.
@NullMarked
package dev.loper.deadletter;

import org.jspecify.annotations.NullMarked;
