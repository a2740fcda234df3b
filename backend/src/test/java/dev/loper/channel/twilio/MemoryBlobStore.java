package dev.loper.channel.twilio;

import dev.loper.blob.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Blobs in a map.
public class MemoryBlobStore implements BlobStore {

    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public Stored put(InputStream bytes, long maxBytes) throws IOException {
        byte[] content = bytes.readAllBytes();
        if (content.length > maxBytes) {
            throw new TooLargeException(maxBytes);
        }
        String id = UUID.randomUUID().toString();
        blobs.put(id, content);
        return new Stored(id, content.length);
    }

    @Override
    public InputStream open(String id) throws IOException {
        byte[] content = blobs.get(id);
        if (content == null) {
            throw new NoSuchFileException(id);
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public void delete(String id) {
        blobs.remove(id);
    }

    public int size() {
        return blobs.size();
    }

    void reset() {
        blobs.clear();
    }
}
