@NullMarked
package dev.loper;

import org.jspecify.annotations.NullMarked;
