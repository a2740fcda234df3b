package dev.loper.message;

import org.jspecify.annotations.Nullable;

/// A file that came or goes with a message; its bytes are in the blob store.
///
/// @param id        the key of its bytes in the blob store
/// @param name      the file's name, without a path
/// @param type      the media type found in its content, not the one claimed
/// @param size      bytes
/// @param contentId the id by which an HTML mail shows it (RFC 2392), without angle brackets
public record Attachment(String id, String name, String type, long size, @Nullable String contentId) {}
