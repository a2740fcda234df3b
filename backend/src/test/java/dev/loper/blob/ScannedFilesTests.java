package dev.loper.blob;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.MovableClock;
import dev.loper.message.Attachment;
import dev.loper.message.Attachment.Scan;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are looked at by ClamAV's daemon. In its place stands one that speaks as clamd(8) says, holds what it is sent against
/// that, and finds a virus wherever “virus!” stands.
class ScannedFilesTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<byte[]> looked = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private ServerSocket clamd;

    @BeforeEach
    void start() throws IOException {
        clamd = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        ended.countDown();
        clamd.close();
    }

    @Test
    void aFileInWhichNothingIsFoundIsClean() throws IOException {
        serve(this::judge);
        byte[] large = "harmless ".repeat(50_000).getBytes(UTF_8);

        Attachment file = keep(large, LONG);

        assertThat(file.scan()).isEqualTo(Scan.CLEAN);
        assertThat(looked).singleElement().isEqualTo(large);
        assertThat(BlobsFixture.files(folder)).hasSize(1);
    }

    @Test
    void oneWithAVirusIsNamedAndItsBytesAreNotKept() throws IOException {
        serve(this::judge);
        Attachment file = keep("a virus! in here".getBytes(UTF_8), LONG);

        assertThat(file.scan()).isEqualTo(Scan.INFECTED);
        assertThat(file.name()).isEqualTo("letter.txt");
        assertThat(BlobsFixture.files(folder)).isEmpty();
    }

    @Test
    void anUploadWithAVirusIsRefused() {
        serve(this::judge);
        RedisServer.Fresh fresh = RedisServer.fresh();
        RedisUploads uploads = new RedisUploads(fresh.store(), fresh.keys(), store(LONG), new MemoryGuard(
                fresh.store()), new MovableClock());

        assertThatThrownBy(() -> uploads.keep(new ByteArrayInputStream("virus!".getBytes(UTF_8)), "letter.txt",
                100)).isInstanceOf(BlobStore.InfectedException.class).hasMessageContaining("letter.txt");
        assertThat(BlobsFixture.files(folder)).isEmpty();
    }

    @Test
    void oneThatTheScannerFindsTooLargeIsTakenAndSaidToBeUnchecked() throws IOException {
        serve(socket -> {
            socket.getInputStream().readNBytes(100);
            socket.getOutputStream().write("INSTREAM size limit exceeded. ERROR\0".getBytes(US_ASCII));
        });
        unchecked(keep(new byte[2_000_000], LONG));
    }

    @Test
    void aScannerThatIsAwayKeepsNoMessageWaiting() throws IOException {
        clamd.close();
        unchecked(keep("hello".getBytes(UTF_8), LONG));
    }

    @Test
    void norDoesOneThatHangsInTheMiddleOfALargeFile() throws IOException {
        serve(socket -> await());
        unchecked(keep(new byte[20_000_000], Duration.ofMillis(200)));
    }

    @Test
    void norDoesOneThatNeverSaysWhatItFound() throws IOException {
        serve(socket -> {
            read(socket);
            await();
        });
        unchecked(keep("hello".getBytes(UTF_8), Duration.ofMillis(200)));
    }

    @Test
    void withoutAScannerNothingIsSaid() throws IOException {
        Attachment file = AttachmentContent.keep(BlobsFixture.in(folder), new ByteArrayInputStream(new byte[1]),
                "a.txt",
                100, null);
        assertThat(file.scan()).isNull();
    }

    private void unchecked(Attachment file) {
        assertThat(file.scan()).isEqualTo(Scan.FAILED);
        assertThat(BlobsFixture.files(folder)).hasSize(1);
    }

    private Attachment keep(byte[] bytes, Duration timeout) throws IOException {
        return AttachmentContent.keep(store(timeout), new ByteArrayInputStream(bytes), "letter.txt", Long.MAX_VALUE,
                null);
    }

    private BlobStore store(Duration timeout) {
        return new ScannedBlobStore(BlobsFixture.in(folder), new ClamdScanner(InetSocketAddress.createUnresolved(
                "127.0.0.1", clamd.getLocalPort()), timeout));
    }

    private interface Service {

        void serve(Socket socket) throws IOException;
    }

    private void serve(Service service) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = clamd.accept()) {
                service.serve(socket);
            } catch (SocketException e) {
                // The other side ended first, as it may.
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void judge(Socket socket) throws IOException {
        byte[] file = read(socket);
        looked.add(file);
        String verdict = new String(file, UTF_8).contains("virus!") ? "stream: Loper-Test FOUND\0" : "stream: OK\0";
        socket.getOutputStream().write(verdict.getBytes(US_ASCII));
    }

    /// Reads a file as clamd(8) says it is sent: the command, chunks after their length in network order, an empty one.
    private static byte[] read(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertThat(in.readNBytes(10)).isEqualTo("zINSTREAM\0".getBytes(US_ASCII));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        return file.toByteArray();
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
