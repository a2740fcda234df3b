package dev.loper.erasure;

import dev.loper.message.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The file that remembers who was erased, by ids that say nothing: a line each, with the moment.
///
/// It lies beside the store and not in it: a store that is put back from a backup knows nothing of what was erased since.
@Component
class ErasedBefore {

    private static final String ID = "c[0-9a-z]{1,40}";

    private final Path file;

    ErasedBefore(ErasureProperties properties, @Value("${loper.data-dir}") Path data) {
        this.file = properties.ledger().isBlank() ? data.resolve("erased") : Path.of(properties.ledger());
    }

    /// Writes it down, durably.
    void remember(CustomerId customer, Instant at) {
        byte[] line = (customer.value() + " " + at + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Who was erased cannot be remembered in " + file + ".", e);
        }
    }

    /// Everybody who was.
    List<CustomerId> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.US_ASCII).stream().map(
                            line -> line.replaceFirst(" .*", "")).filter(id -> id.matches(ID)).distinct().map(
                                    CustomerId::new).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Who was erased cannot be read in " + file + ".", e);
        }
    }
}
