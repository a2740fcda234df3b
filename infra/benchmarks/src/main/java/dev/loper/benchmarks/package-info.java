/// Measures the product from outside, over real sockets, and prints a table and JSON.
///
/// [Benchmarks] is read first: it starts one product after another and asks each figure of it. The harness runs on the
/// class path of `loper.jar`, so that the classes it borrows, such as the store, are the shipped ones.
@NullMarked
package dev.loper.benchmarks;

import org.jspecify.annotations.NullMarked;
