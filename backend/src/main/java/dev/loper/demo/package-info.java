/// What the demo begins with: a few customers with something to say, in English and Dutch.
///
/// Their past comes by the import, the newest of it through the same door as everybody's messages, so that nothing about
/// them is special.
@NullMarked
package dev.loper.demo;

import org.jspecify.annotations.NullMarked;
