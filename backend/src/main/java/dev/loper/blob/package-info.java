/// Where bytes live that are too large for the store: attachments, raw mails.
///
/// A folder by default; another [BlobStore] can take its place where several nodes share one.
@NullMarked
package dev.loper.blob;

import org.jspecify.annotations.NullMarked;
