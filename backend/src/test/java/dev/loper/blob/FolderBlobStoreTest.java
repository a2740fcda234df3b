package dev.loper.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderBlobStoreTest {

    @TempDir
    Path data;

    private BlobStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FolderBlobStore(data.resolve("blobs"), new SecureRandom(), 0, Clock.systemUTC());
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        byte[] bytes = new byte[200_000];
        new SecureRandom().nextBytes(bytes);

        BlobStore.Stored stored = store.put(new ByteArrayInputStream(bytes), 1_000_000);

        assertThat(stored.size()).isEqualTo(200_000);
        assertThat(read(stored.id())).isEqualTo(bytes);
    }

    @Test
    void outlivesItsProcess() throws IOException {
        String id = store.put(stream("kept"), 100).id();

        BlobStore reopened = new FolderBlobStore(data.resolve("blobs"), new SecureRandom(), 0, Clock.systemUTC());

        try (InputStream bytes = reopened.open(id)) {
            assertThat(bytes.readAllBytes()).asString().isEqualTo("kept");
        }
    }

    @Test
    void theSameBytesTwiceAreTwoBlobs() throws IOException {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            ids.add(store.put(stream("same"), 100).id());
        }

        assertThat(ids).hasSize(50).allMatch(id -> id.matches("[0-9a-f]{40}"));
    }

    @Test
    void exactlyTheLimitIsTaken() throws IOException {
        assertThat(store.put(stream("12345"), 5).size()).isEqualTo(5);
    }

    @Test
    void oneByteTooManyIsRefusedAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> store.put(stream("123456"), 5)).isInstanceOf(BlobStore.TooLargeException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void onADiskThatIsNearlyFullNothingIsKept() throws IOException {
        BlobStore full = new FolderBlobStore(data.resolve("blobs"), new SecureRandom(), Long.MAX_VALUE,
                Clock.systemUTC());

        assertThatThrownBy(() -> full.put(stream("x"), 5)).isInstanceOf(BlobStore.FullException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void aBrokenUploadLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("The line broke.");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> store.put(broken, 1_000_000)).hasMessage("The line broke.");

        assertThat(files()).isEmpty();
    }

    @Test
    void whatADeadProcessLeftUnfinishedIsRemovedADayLater() throws IOException {
        Files.writeString(data.resolve("blobs/unfinished/half"), "half a fi");

        store = new FolderBlobStore(data.resolve("blobs"), new SecureRandom(), 0, Clock.offset(Clock.systemUTC(),
                Duration.ofHours(25)));

        assertThat(files()).isEmpty();
    }

    @Test
    void whatAnotherNodeIsWritingSurvivesTheStartOfThisOne() throws IOException {
        InputStream slow = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left == 50_000) {
                    store = new FolderBlobStore(data.resolve("blobs"), new SecureRandom(), 0, Clock.systemUTC());
                }
                return left-- > 0 ? 'x' : -1;
            }
        };

        String id = store.put(slow, 1_000_000).id();

        assertThat(read(id)).hasSize(100_000);
    }

    @Test
    void aDeletedBlobIsGoneAndCanBeDeletedAgain() throws IOException {
        String id = store.put(stream("secret"), 100).id();

        store.delete(id);
        store.delete(id);

        assertThatThrownBy(() -> store.open(id)).isInstanceOf(NoSuchFileException.class);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret", "unfinished/../../secret", "", "a", "/etc/passwd",
            "AB34567890123456789012345678901234567890", "..", "0123456789012345678901234567890123456789\n"})
    void anIdThatIsNoneNamesNothing(String id) throws IOException {
        Files.writeString(data.resolve("secret"), "ours");

        assertThatThrownBy(() -> store.open(id)).isInstanceOf(NoSuchFileException.class);
        store.delete(id);

        assertThat(data.resolve("secret")).exists();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private byte[] read(String id) throws IOException {
        try (InputStream bytes = store.open(id)) {
            return bytes.readAllBytes();
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
