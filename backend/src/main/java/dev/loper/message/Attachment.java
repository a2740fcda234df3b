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
/// @param scan      what a virus scanner said of it; none is [Scan#UNSCANNED]
public record Attachment(String id, String name, String type, long size, @Nullable String contentId,
        @Nullable Place place, @Nullable Scan scan) {

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

    /// Whether a file was looked at for viruses.
    public enum Scan {
        /// Nobody looked: there is no scanner.
        UNSCANNED,
        /// A scanner found nothing.
        CLEAN,
        /// A scanner found something: its bytes are not kept.
        INFECTED,
        /// The scanner did not answer, or does not look at files as large.
        FAILED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Attachment(String id, String name, String type, long size, @Nullable String contentId) {
        this(id, name, type, size, contentId, null, null);
    }

    public Attachment placed(Place where) {
        return new Attachment(id, name, type, size, contentId, where, scan);
    }

    public Attachment named(String other) {
        return new Attachment(id, other, type, size, contentId, place, scan);
    }

    /// Whether its bytes were not kept, because something was found in them.
    public boolean infected() {
        return scan == Scan.INFECTED;
    }
}
