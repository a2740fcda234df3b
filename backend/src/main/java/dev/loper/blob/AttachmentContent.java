package dev.loper.blob;

import dev.loper.message.Attachment;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/// What may be believed of a file somebody sent: a type found in its content, a name that is only a name, and a way of
/// serving it in which it cannot act as our page.
public final class AttachmentContent {

    /// The types a browser may show in our page: pictures that cannot carry a script.
    public static final Set<String> INLINE_TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final int HEAD = 64 * 1024;
    private static final Tika TIKA = new Tika();

    private AttachmentContent() {}

    /// Keeps a file: typed by its content, under a safe name. One in which a virus is found is named, and its bytes are not
    /// kept.
    ///
    /// @param claimedName the name the sender gave, empty if none
    /// @param maxBytes    the largest size allowed
    /// @param contentId   how an HTML mail refers to it, without angle brackets
    /// @throws BlobStore.TooLargeException if it is larger; nothing is kept then
    public static Attachment keep(BlobStore store, InputStream bytes, String claimedName, long maxBytes,
            @Nullable String contentId) throws IOException {
        InputStream buffered = new BufferedInputStream(bytes, HEAD);
        String type = typeOf(buffered, claimedName);
        BlobStore.Stored stored = store.put(buffered, maxBytes);
        Attachment kept = new Attachment(stored.id(), SafeName.of(claimedName, type), type, stored.size(), contentId,
                null,
                stored.scan());
        if (kept.infected()) {
            store.delete(kept.id());
        }
        return kept;
    }

    /// The media type found in the content. The name only narrows it where the content allows that: a zip file called
    /// `.docx` is a document, a page called `.png` stays a page.
    ///
    /// @param bytes must support mark; stands at its start afterwards
    public static String typeOf(InputStream bytes, String claimedName) throws IOException {
        bytes.mark(HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.reset();
        return TIKA.detect(new ByteArrayInputStream(head), SafeName.of(claimedName));
    }

    /// A file name without path, control or direction characters, fit for every file system; see [SafeName].
    public static String safeName(String claimedName) {
        return SafeName.of(claimedName);
    }

    /// Whether a browser may show this type inside our page.
    public static boolean inline(String type) {
        return INLINE_TYPES.contains(type);
    }

    /// The Content-Disposition with which a file is served (RFC 6266): `inline` for harmless pictures, else `attachment`.
    /// To be sent with `X-Content-Type-Options: nosniff`.
    public static String disposition(String name, String type) {
        ContentDisposition.Builder builder = inline(type)
                ? ContentDisposition.inline()
                : ContentDisposition.attachment();
        return builder.filename(SafeName.of(name), StandardCharsets.UTF_8).build().toString();
    }
}
