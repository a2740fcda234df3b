package dev.loper.blob;

import dev.loper.message.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;

/// Files that people and visitors upload before they say anything. One of which no message is made is removed when its
/// ticket is over; the script that stores a message takes its files off that list in the same step.
public interface Uploads {

    /// Keeps a file for as long as a ticket of today is good.
    ///
    /// @throws BlobStore.TooLargeException if it is larger than `maxBytes`
    /// @throws BlobStore.FullException     if there is no room for it, on the disk or in Redis
    /// @throws BlobStore.InfectedException if a virus was found in it
    Attachment keep(InputStream bytes, String claimedName, long maxBytes) throws IOException;

    /// Removes files now, whoever had them; what cannot be removed now is tried again.
    void remove(Collection<String> ids);

    /// Keeps files for good that no message has: they belong to one that could not be stored.
    void used(List<Attachment> files);
}
