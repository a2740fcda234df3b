/// The sandbox: everything around Loper that belongs to others, on this machine.
@NullMarked
package dev.loper.sandbox;

import org.jspecify.annotations.NullMarked;
