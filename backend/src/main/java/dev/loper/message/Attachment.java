package dev.loper.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file that came or goes with a message; its bytes are in the blob store.
///
/// @param id        the key of its bytes in the blob store
/// @param name      the file's name, without a path
/// @param type      the media type found in its content, not the one claimed
/// @param size      bytes
/// @param contentId the id by which an HTML mail shows it (RFC 2392), without angle brackets
/// @param place     where it stands; none is [Place#BESIDE]
public record Attachment(String id, String name, String type, long size, @Nullable String contentId,
        @Nullable Place place) {

    /// Where a file stands in its message.
    public enum Place {
        /// Beside the words.
        BESIDE,
        /// Within the HTML, which shows it by its content id.
        WITHIN,
        /// Within the quoted history or the signature, which are folded.
        QUOTED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Attachment(String id, String name, String type, long size, @Nullable String contentId) {
        this(id, name, type, size, contentId, null);
    }

    public Attachment placed(Place where) {
        return new Attachment(id, name, type, size, contentId, where);
    }
}
