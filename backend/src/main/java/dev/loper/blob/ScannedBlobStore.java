package dev.loper.blob;

import java.io.IOException;
import java.io.InputStream;

/// Has a virus scanner look at what another store has kept, and says what it found. Whoever put it there decides what becomes
/// of it: a mail that nobody could read is kept as it came, and scanned again part by part when it is read.
final class ScannedBlobStore implements BlobStore {

    private final BlobStore store;
    private final ClamdScanner scanner;

    ScannedBlobStore(BlobStore store, ClamdScanner scanner) {
        this.store = store;
        this.scanner = scanner;
    }

    @Override
    public Stored put(InputStream bytes, long maxBytes) throws IOException {
        Stored stored = store.put(bytes, maxBytes);
        try (InputStream kept = store.open(stored.id())) {
            return new Stored(stored.id(), stored.size(), scanner.scan(kept));
        }
    }

    @Override
    public InputStream open(String id) throws IOException {
        return store.open(id);
    }

    @Override
    public void delete(String id) throws IOException {
        store.delete(id);
    }
}
