package dev.loper.channel.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/// Reads the bytes of a mail into its parts, within limits: a mail made to exhaust us is refused, not read.
///
/// Attached mails stay closed: they are files. Nothing here recurses with the depth of the mail.
final class MimeReader {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 500;
    private static final int MAX_HEADERS = 1_000;
    private static final int MAX_HEADER = 64 * 1024;

    private static final MimeConfig CONFIG = new MimeConfig.Builder().setMaxHeaderCount(MAX_HEADERS).setMaxHeaderLen(
            MAX_HEADER).setMaxLineLen(-1).setMaxContentLen(-1).build();

    private final Deque<Open> open = new ArrayDeque<>();
    private int parts;
    private @Nullable MimePart root;

    /// A part whose end has not come yet.
    private static final class Open {
        private final MailHeaders headers = new MailHeaders();
        private final List<MimePart> children = new ArrayList<>();
        private final String inherited;
        private byte[] body = new byte[0];

        Open(String inherited) {
            this.inherited = inherited;
        }
    }

    private MimeReader() {}

    /// @throws UnreadableMailException if it cannot be read, or breaks a limit
    static MimePart read(byte[] raw) {
        MimeTokenStream tokens = new MimeTokenStream(CONFIG);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(raw));
        try {
            return new MimeReader().read(tokens);
        } catch (MimeException | IOException e) {
            throw new UnreadableMailException("The mail cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private MimePart read(MimeTokenStream tokens) throws MimeException, IOException {
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_MESSAGE, T_START_BODYPART -> begin();
                case T_FIELD -> top().headers.add(tokens.getField());
                case T_BODY -> top().body = tokens.getDecodedInputStream().readAllBytes();
                case T_END_BODYPART, T_END_MESSAGE -> end();
                default -> {
                    // preambles, epilogues and the marks between headers and bodies mean nothing to us
                }
            }
        }
        if (root == null) {
            throw new UnreadableMailException("There is no mail in it.");
        }
        return root;
    }

    private void begin() {
        if (++parts > MAX_PARTS) {
            throw new UnreadableMailException("The mail has more than " + MAX_PARTS + " parts.");
        }
        if (open.size() >= MAX_DEPTH) {
            throw new UnreadableMailException("The mail is nested deeper than " + MAX_DEPTH + " parts.");
        }
        boolean digest = !open.isEmpty() && top().headers.lower("content-type").startsWith("multipart/digest");
        open.push(new Open(digest ? "message/rfc822" : "text/plain"));
    }

    private void end() {
        Open ended = open.pop();
        MimePart part = MimePart.of(ended.headers, ended.inherited, ended.children, ended.body);
        if (open.isEmpty()) {
            root = part;
        } else {
            top().children.add(part);
        }
    }

    private Open top() {
        return open.element();
    }
}
