package dev.loper.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.blob.BlobsFixture;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a message is that could not be taken in.
class DeadLettersTests {

    private static final AccountId SUPPORT = new AccountId("email-support");

    @TempDir
    Path folder;

    private final RedisServer.Fresh fresh = RedisServer.fresh();

    @Test
    void aLargeMailIsInTheBlobStoreAndRedisKnowsOnlyOfIt() {
        byte[] mail = new byte[5 << 20];
        RedisDeadLetters letters = letters();
        keep(letters, mail);

        DeadLetter letter = letters.page(null, 10).getFirst();
        assertThat(letter.size()).isEqualTo(mail.length);
        assertThat(fresh.redis().memoryUsage(fresh.keys().deadLetter(letter.id()))).isLessThan(4096);
        assertThat(letters.raw(letter)).isEqualTo(mail);
        assertThat(letters.beginning(letter, 100)).hasSize(100);
    }

    @Test
    void theSameBytesAgainAreTheSameLetterAndOneFile() {
        RedisDeadLetters letters = letters();
        keep(letters, "Subject: x".getBytes(UTF_8));
        letters.tried(letters.page(null, 1).getFirst(), "Still not.");
        keep(letters, "Subject: x".getBytes(UTF_8));

        assertThat(letters.page(null, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letters.raw(letter)).asString(UTF_8).isEqualTo("Subject: x");
        });
        assertThat(BlobsFixture.files(folder)).hasSize(1);
    }

    @Test
    void keptByTwoAtOnceItIsOneLetterWithOneFile() throws Exception {
        RedisDeadLetters letters = letters();
        CyclicBarrier together = new CyclicBarrier(8);
        Callable<Void> keeping = () -> {
            together.await();
            keep(letters, "Subject: x".getBytes(UTF_8));
            return null;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Stream.generate(() -> keeping).limit(8).toList());
        }

        DeadLetter letter = letters.page(null, 10).getFirst();
        assertThat(letters.page(null, 10)).hasSize(1);
        assertThat(letters.raw(letter)).asString(UTF_8).isEqualTo("Subject: x");
        assertThat(BlobsFixture.files(folder)).hasSize(1);
    }

    @Test
    void whatIsDiscardedLeavesNothing() {
        RedisDeadLetters letters = letters();
        keep(letters, "Subject: x".getBytes(UTF_8));
        DeadLetter letter = letters.page(null, 1).getFirst();

        assertThat(letters.discard(letter.id())).isTrue();
        assertThat(letters.discard(letter.id())).isFalse();
        letters.tried(letter, "Somebody else tried it meanwhile.");

        assertThat(letters.find(letter.id())).isEmpty();
        assertThat(fresh.redis().exists(fresh.keys().deadLetter(letter.id()))).isFalse();
        assertThat(BlobsFixture.files(folder)).isEmpty();
    }

    @Test
    void aLetterWhoseFileIsGoneSaysSo() throws IOException {
        RedisDeadLetters letters = letters();
        keep(letters, "Subject: x".getBytes(UTF_8));
        Files.delete(BlobsFixture.files(folder).getFirst());

        DeadLetter letter = letters.page(null, 1).getFirst();
        assertThat(letters.beginning(letter, 100)).isEmpty();
        assertThatThrownBy(() -> letters.raw(letter)).isInstanceOf(
                UnreadableMessageException.class).hasMessageContaining("not in the blob store any more");
    }

    @Test
    void whileRedisIsNearlyFullTheProviderKeepsIt() {
        RedisDeadLetters letters = new RedisDeadLetters(fresh.store(), fresh.keys(), BlobsFixture.in(folder),
                new MemoryGuard(fresh.store()) {

                    @Override
                    public boolean full() {
                        return true;
                    }
                });
        assertThatThrownBy(() -> keep(letters, "Subject: x".getBytes(UTF_8))).isInstanceOf(
                IntakeUnavailableException.class);
        assertThat(BlobsFixture.files(folder)).isEmpty();
    }

    private RedisDeadLetters letters() {
        return new RedisDeadLetters(fresh.store(), fresh.keys(), BlobsFixture.in(folder),
                new MemoryGuard(fresh.store()));
    }

    private static void keep(RedisDeadLetters letters, byte[] raw) {
        letters.keep(SUPPORT, ChannelKind.EMAIL, raw, Map.of(), "It cannot be read.");
    }
}
