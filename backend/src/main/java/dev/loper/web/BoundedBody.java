package dev.loper.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

/// A request that does not say how large it is, read up to a bound.
final class BoundedBody extends HttpServletRequestWrapper {

    private final int most;

    BoundedBody(HttpServletRequest request, int most) {
        super(request);
        this.most = most;
    }

    /// There is more than may be read.
    static final class TooLargeException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("The body is larger than it may be.");
        }

        /// Whether it is why something else failed: whoever reads a body wraps what went wrong in a word of their own.
        static boolean causes(Throwable failure) {
            return failure instanceof TooLargeException || failure.getCause() != null && causes(failure.getCause());
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream(), most);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream in;
        private int left;

        Bounded(ServletInputStream in, int most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            took(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            took(read);
            return read;
        }

        private void took(int bytes) throws TooLargeException {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new TooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
