package dev.loper.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.MovableClock;
import dev.loper.message.Attachment;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of files that somebody uploads and does not send.
class UploadsTests {

    @TempDir
    Path folder;

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final MovableClock clock = new MovableClock();

    @Test
    void aFileNobodySentGoesWhenItsTicketIsOver() throws IOException {
        RedisUploads uploads = uploads(new MemoryGuard(fresh.store()));
        keep(uploads);
        keep(uploads);

        clock.advance(FileTickets.LIFE);
        uploads.sweep();
        assertThat(BlobsFixture.files(folder)).hasSize(2);

        clock.advance(Duration.ofHours(1));
        uploads.sweep();
        assertThat(BlobsFixture.files(folder)).isEmpty();
        assertThat(fresh.redis().exists(fresh.keys().of(Family.UPLOADS))).isFalse();
    }

    @Test
    void aFileThatIsNeededStays() throws IOException {
        RedisUploads uploads = uploads(new MemoryGuard(fresh.store()));
        Attachment file = keep(uploads);
        uploads.used(List.of(file));

        clock.advance(FileTickets.LIFE.multipliedBy(2));
        uploads.sweep();

        assertThat(BlobsFixture.files(folder)).singleElement().satisfies(
                path -> assertThat(path.getFileName()).hasToString(file.id()));
    }

    @Test
    void whileRedisIsNearlyFullNothingIsTaken() {
        RedisUploads uploads = uploads(new MemoryGuard(fresh.store()) {

            @Override
            public boolean full() {
                return true;
            }
        });
        assertThatThrownBy(() -> keep(uploads)).isInstanceOf(BlobStore.FullException.class);
        assertThat(BlobsFixture.files(folder)).isEmpty();
    }

    private RedisUploads uploads(MemoryGuard memory) {
        return new RedisUploads(fresh.store(), fresh.keys(), BlobsFixture.in(folder), memory, clock);
    }

    private static Attachment keep(Uploads uploads) throws IOException {
        return uploads.keep(new ByteArrayInputStream("a file".getBytes(UTF_8)), "a.txt", 100);
    }
}
