/// The control API of the customers' phones, used by the page, the tests and the benchmarks.
/// It lets anybody type as any number and see what that number received.
/// Imports `twilio`'s network and nothing behind it.
@NullMarked
package dev.loper.sandbox.phone;

import org.jspecify.annotations.NullMarked;
