/// The past, brought along: messages exchanged before Loper was there, with their original times.
///
/// [Importer] checks each and hands it to the store, which keeps it once; the API takes them by the hundred. Nothing here
/// reaches a customer, and nobody is told that somebody waits unless the import says so.
@NullMarked
package dev.loper.imports;

import org.jspecify.annotations.NullMarked;
