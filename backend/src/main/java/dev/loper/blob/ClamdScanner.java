package dev.loper.blob;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.loper.message.Attachment.Scan;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks ClamAV's daemon about a file: its command `INSTREAM`, of clamd(8).
///
/// A scanner that is away keeps nobody's message waiting: it is taken, and said to be unscanned.
final class ClamdScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final int CHUNK = 64 * 1024;
    /// A verdict is one line; more is none.
    private static final int LONGEST_VERDICT = 4096;

    private final InetSocketAddress address;
    private final Duration timeout;

    /// @param address its name is looked up for each file, so that the daemon may move
    /// @param timeout for one file, from the connection to the verdict
    ClamdScanner(InetSocketAddress address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /// What the scanner says of these bytes.
    Scan scan(InputStream bytes) {
        String verdict = verdict(bytes);
        if (verdict.endsWith(" OK")) {
            return Scan.CLEAN;
        }
        if (verdict.endsWith(" FOUND")) {
            LOG.warn("A virus was found in a file: {}", verdict);
            return Scan.INFECTED;
        }
        LOG.error("The virus scanner at {}:{} did not look at a file: {}", address.getHostString(), address.getPort(),
                verdict);
        return Scan.FAILED;
    }

    private String verdict(InputStream bytes) {
        try (Socket socket = new Socket()) {
            // A write to a socket has no time-out of its own.
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> end(socket),
                    CompletableFuture.delayedExecutor(
                            timeout.toMillis(), TimeUnit.MILLISECONDS));
            try {
                return verdict(bytes, socket);
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String verdict(InputStream bytes, Socket socket) throws IOException {
        socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
        out.write("zINSTREAM\0".getBytes(US_ASCII));
        byte[] chunk = new byte[CHUNK];
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            out.writeInt(read);
            out.write(chunk, 0, read);
        }
        out.writeInt(0);
        out.flush();
        return new String(socket.getInputStream().readNBytes(LONGEST_VERDICT), UTF_8).replace("\0", "").strip();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The line to the virus scanner is gone already.", e);
        }
    }
}
