package dev.loper.blob;

import dev.loper.message.Attachment;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Keeps bytes under an id of its own making.
public interface BlobStore {

    /// Keeps the bytes, durably, and says under which id.
    ///
    /// @throws TooLargeException if there are more than `maxBytes`; nothing is kept then
    /// @throws FullException     if there is no room; nothing is kept then
    Stored put(InputStream bytes, long maxBytes) throws IOException;

    /// Opens what was kept.
    ///
    /// @throws java.nio.file.NoSuchFileException if there is nothing under this id
    InputStream open(String id) throws IOException;

    /// Removes it; nothing happens if it is gone already.
    void delete(String id) throws IOException;

    /// @param scan what a virus scanner said of the bytes, if there is one
    record Stored(String id, long size, Attachment.@Nullable Scan scan) {

        public Stored(String id, long size) {
            this(id, size, null);
        }
    }

    /// A virus was found.
    class InfectedException extends IOException {

        private static final long serialVersionUID = 1L;

        public InfectedException(String name) {
            super("A virus was found in " + name + ".");
        }
    }

    /// There is no room for more.
    class FullException extends IOException {

        private static final long serialVersionUID = 1L;

        public FullException(String message) {
            super(message);
        }
    }

    /// More bytes than allowed.
    class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        public TooLargeException(long maxBytes) {
            super("It is larger than " + maxBytes / (1024 * 1024) + " MB.");
        }
    }
}
