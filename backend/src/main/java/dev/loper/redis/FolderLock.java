package dev.loper.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a data folder for one process: a second one would adopt the first one's Redis, and shut it down when it ends.
///
/// The operating system holds the lock, so that it ends with the process however the process ends.
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @param folder made if absent
    /// @throws TakenException       if another process has it
    /// @throws UncheckedIOException if it cannot be written
    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new FolderLock(channel);
            }
            channel.close();
            throw new TakenException(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written.", e);
        }
    }

    @SuppressWarnings("resource")
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
