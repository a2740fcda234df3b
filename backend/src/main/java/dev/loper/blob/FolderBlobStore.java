package dev.loper.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A blob store in a folder: one file a blob, in 256 subfolders named by the first two letters of the id.
///
/// Bytes are written beside their place, forced to disk and then renamed, so that a name never stands for half a file.
/// Ids are 160 random bits: nobody guesses one, and one that is not of that form names nothing.
final class FolderBlobStore implements BlobStore {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");
    private static final String UNFINISHED = "unfinished";
    private static final Duration NOBODY_WRITES_LONGER = Duration.ofDays(1);

    private final Path folder;
    private final SecureRandom random;
    private final long free;

    /// @param folder is created if it does not exist; what an ended process left unfinished there is removed the day
    ///               after: until then it may be another node's that is being written
    /// @param free   bytes that are always left to others
    FolderBlobStore(Path folder, SecureRandom random, long free, Clock clock) throws IOException {
        this.folder = folder;
        this.random = random;
        this.free = free;
        Files.createDirectories(folder.resolve(UNFINISHED));
        removeUnfinished(clock.instant().minus(NOBODY_WRITES_LONGER));
    }

    @Override
    public Stored put(InputStream bytes, long maxBytes) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < free) {
            throw new FullException("The disk is nearly full.");
        }
        String id = newId();
        Path unfinished = folder.resolve(UNFINISHED).resolve(id);
        try {
            long size = write(bytes, unfinished, maxBytes);
            if (Files.notExists(shelf(id))) {
                Files.createDirectories(shelf(id));
                force(folder);
            }
            Files.move(unfinished, place(id), StandardCopyOption.ATOMIC_MOVE);
            force(shelf(id));
            return new Stored(id, size);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public InputStream open(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new NoSuchFileException(id);
        }
        return Files.newInputStream(place(id));
    }

    @Override
    public void delete(String id) throws IOException {
        if (ID.matcher(id).matches() && Files.deleteIfExists(place(id))) {
            force(shelf(id));
        }
    }

    private static long write(InputStream bytes, Path file, long maxBytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new TooLargeException(maxBytes);
                }
                ByteBuffer block = ByteBuffer.wrap(buffer, 0, read);
                while (block.hasRemaining()) {
                    channel.write(block);
                }
            }
            channel.force(true);
        }
        return size;
    }

    /// Makes a rename or removal in a folder survive a power cut.
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void removeUnfinished(Instant before) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder.resolve(UNFINISHED))) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(before)) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }

    private Path place(String id) {
        return shelf(id).resolve(id);
    }

    private Path shelf(String id) {
        return folder.resolve(id.substring(0, 2));
    }

    private String newId() {
        byte[] bits = new byte[20];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
