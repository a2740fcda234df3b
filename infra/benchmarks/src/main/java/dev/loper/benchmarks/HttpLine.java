package dev.loper.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One kept-alive HTTP/1.1 connection, as cheap as it can be: the load generator shares the product's cores.
final class HttpLine implements AutoCloseable {

    /// A server closes what was idle for a minute.
    private static final long IDLE_NANOS = 30_000_000_000L;

    private final int port;
    private Socket socket;
    private OutputStream out;
    private InputStream in;
    private boolean closing;
    private long used = System.nanoTime();
    private final byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    HttpLine(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /// @param headers as they came, `Name: value`
    record Answer(int status, List<String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Nullable
        String cookie(String name) {
            return headers.stream().filter(header -> header.regionMatches(true, 0, "Set-Cookie: " + name + "=", 0,
                    13 + name.length())).map(header -> header.substring(13 + name.length()).split(";", 2)[0]).reduce(
                            (older, newer) -> newer).orElse(null);
        }
    }

    int port() {
        return port;
    }

    Answer exchange(byte[] request) throws IOException {
        if (closing || System.nanoTime() - used > IDLE_NANOS) {
            reconnect();
        }
        out.write(request);
        Answer answer = read();
        used = System.nanoTime();
        return answer;
    }

    Answer exchange(String request) throws IOException {
        return exchange(request.getBytes(StandardCharsets.UTF_8));
    }

    /// A server keeps a connection for so many requests only, and for so long.
    private void reconnect() throws IOException {
        socket.close();
        socket = connect(port);
        out = socket.getOutputStream();
        in = socket.getInputStream();
        start = end;
        closing = false;
    }

    Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        List<String> headers = new ArrayList<>(16);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            closing |= lower.startsWith("connection:") && lower.contains("close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        boolean bodiless = status < 200 || status == 204 || status == 304;
        return new Answer(status, headers, bodiless ? new byte[0] : chunked ? chunks() : bytes(length));
    }

    /// What follows the last answer, for a connection that was upgraded.
    DataInputStream input() {
        return new DataInputStream(new InputStream() {

            @Override
            public int read() throws IOException {
                return next();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (start == end) {
                    fill();
                }
                int some = Math.min(length, end - start);
                System.arraycopy(buffer, start, target, offset, some);
                start += some;
                return some;
            }
        });
    }

    OutputStream output() {
        return out;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            body.writeBytes(bytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] read = new byte[length];
        for (int done = 0; done < length;) {
            if (start == end) {
                fill();
            }
            int some = Math.min(length - done, end - start);
            System.arraycopy(buffer, start, read, done, some);
            start += some;
            done += some;
        }
        return read;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = next(); next != '\n'; next = next()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private int next() throws IOException {
        if (start == end) {
            fill();
        }
        return buffer[start++] & 0xff;
    }

    private void fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException("The product closed the connection.");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
