package dev.loper.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a node is called. It keeps its name in its data folder, so that after a crash it is known again, and holds the file
/// locked as long as it runs: a second node on the same folder gets a name for this once. The operating system ends the lock
/// with the process, however that ends.
final class NodeName implements AutoCloseable {

    private final String value;
    private final @Nullable FileChannel file;

    NodeName(String value, @Nullable FileChannel file) {
        this.value = value;
        this.file = file;
    }

    /// @param path made if absent
    static NodeName in(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (locked(file)) {
                return new NodeName(kept(file), file);
            }
            file.close();
            return new NodeName(UUID.randomUUID().toString(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("The node's name in " + path + " cannot be read or written.", e);
        }
    }

    String value() {
        return value;
    }

    @SuppressWarnings("resource")
    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String kept(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(100);
        file.read(bytes, 0);
        String kept = StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        if (!kept.isEmpty()) {
            return kept;
        }
        String fresh = UUID.randomUUID().toString();
        file.write(StandardCharsets.UTF_8.encode(fresh), 0);
        return fresh;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
