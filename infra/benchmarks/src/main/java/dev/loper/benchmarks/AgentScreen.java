package dev.loper.benchmarks;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An agent's screen: STOMP over a WebSocket, as the app speaks it, read by a thread of its own.
final class AgentScreen implements AutoCloseable {

    private static final int LAST_FRAGMENT = 0x80;
    private static final int CLOSE = 8;
    private static final byte[] CONNECTED = "CONNECTED".getBytes(StandardCharsets.US_ASCII);

    /// Sees each frame of changes, on the reading thread.
    @FunctionalInterface
    interface Frames {

        void arrived(byte[] frame, int length, long at);
    }

    private final HttpLine line;
    private final Frames frames;
    private final Thread reader;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch watching = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile @Nullable Exception failure;

    private AgentScreen(HttpLine line, Frames frames, int number) {
        this.line = line;
        this.frames = frames;
        this.reader = Thread.ofPlatform().name("screen-" + number).unstarted(this::read);
    }

    /// Connects and watches.
    ///
    /// @param watch the body of `/app/watch`
    static AgentScreen open(Product product, Agent agent, int number, String watch, Frames frames) throws Exception {
        HttpLine line = new HttpLine(product.port());
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        HttpLine.Answer answer = line.exchange("GET /ws/agent HTTP/1.1\r\nHost: localhost:" + product.port()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key) + "\r\nSec-WebSocket-Protocol: v12.stomp\r\nOrigin: "
                + product.publicUrl() + "\r\nCookie: " + agent.cookies() + "\r\n\r\n");
        if (answer.status() != 101) {
            throw new IOException("No WebSocket: " + answer.status() + " " + answer.text());
        }
        AgentScreen screen = new AgentScreen(line, frames, number);
        screen.reader.start();
        screen.send("CONNECT\naccept-version:1.2\nheart-beat:0,5000\nhost:localhost\n\n\0");
        await(screen.connected, screen);
        screen.send("SUBSCRIBE\nid:0\ndestination:/user/queue/changes\n\n\0");
        screen.send("SEND\ndestination:/app/watch\ncontent-type:application/json\n\n" + watch + "\0");
        await(screen.watching, screen);
        return screen;
    }

    private static void await(CountDownLatch latch, AgentScreen screen) throws Exception {
        if (!latch.await(20, TimeUnit.SECONDS)) {
            throw new IOException("The screen got no answer.", screen.failure);
        }
    }

    /// Why reading ended before it should; none if it did not.
    @Nullable
    Exception failure() {
        return failure;
    }

    private void read() {
        try (DataInputStream in = line.input()) {
            byte[] message = new byte[64 * 1024];
            int filled = 0;
            while (true) {
                int first = in.readUnsignedByte();
                int length = length(in);
                if (filled + length > message.length) {
                    message = Arrays.copyOf(message, (filled + length) * 2);
                }
                in.readFully(message, filled, length);
                filled += length;
                if ((first & 0x0f) == CLOSE) {
                    throw new EOFException("closed: " + new String(message, 0, filled, StandardCharsets.UTF_8));
                }
                if ((first & LAST_FRAGMENT) != 0) {
                    taken(message, filled, System.nanoTime());
                    filled = 0;
                }
            }
        } catch (IOException e) {
            if (!closed || !(e instanceof SocketException || e instanceof EOFException)) {
                failure = e;
            }
        }
    }

    private void taken(byte[] message, int length, long at) {
        if (length <= 2) {
            return;
        }
        if (starts(message, CONNECTED)) {
            connected.countDown();
        } else {
            frames.arrived(message, length, at);
            watching.countDown();
        }
    }

    private static boolean starts(byte[] message, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (message[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static int length(DataInputStream in) throws IOException {
        int small = in.readUnsignedByte() & 0x7f;
        return small < 126 ? small : small == 126 ? in.readUnsignedShort() : (int) in.readLong();
    }

    /// A client masks what it sends (RFC 6455); a mask of zeroes is one.
    private void send(String frame) throws IOException {
        byte[] text = frame.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(text.length + 14);
        out.put((byte) 0x81);
        if (text.length < 126) {
            out.put((byte) (0x80 | text.length));
        } else {
            out.put((byte) (0x80 | 126)).putShort((short) text.length);
        }
        out.putInt(0).put(text);
        OutputStream to = line.output();
        to.write(out.array(), 0, out.position());
        to.flush();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        line.close();
    }
}
