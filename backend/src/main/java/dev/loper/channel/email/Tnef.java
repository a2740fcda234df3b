package dev.loper.channel.email;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Outlook packs into a `winmail.dat` (MS-OXTNEF): the words and the files of a mail, which nobody but Outlook shows.
///
/// A stream of attributes, each with a level, an id, a length, its bytes and a checksum. Only what people look for is
/// taken; properties nobody reads are passed over.
final class Tnef {

    private static final int SIGNATURE = 0x223e9f78;
    private static final int BODY = 0x0002800c;
    private static final int CODE_PAGE = 0x00069007;
    private static final int NEW_FILE = 0x00069002;
    private static final int FILE_NAME = 0x00018010;
    private static final int FILE_BYTES = 0x0006800f;
    private static final int FILE_PROPERTIES = 0x00069005;

    private final List<MimePart> files = new ArrayList<>();
    private Charset charset = Charset.forName("windows-1252");
    private String text = "";
    private String name = "";
    private byte @Nullable [] bytes;

    private Tnef() {}

    static boolean is(MimePart part) {
        return part.is("application/ms-tnef") || part.is("application/vnd.ms-tnef")
                || part.fileName().equalsIgnoreCase("winmail.dat");
    }

    /// @return none if it is no such stream, or broken
    static Optional<Tnef> read(byte[] raw) {
        ByteBuffer stream = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (stream.getInt() != SIGNATURE) {
                return Optional.empty();
            }
            stream.getShort();
            Tnef found = new Tnef();
            while (stream.remaining() > 9) {
                stream.get();
                int id = stream.getInt();
                found.take(id, slice(stream, stream.getInt()));
                stream.getShort();
            }
            found.endOfFile();
            return Optional.of(found);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The words in it; empty where they stand beside it.
    String text() {
        return text;
    }

    List<MimePart> files() {
        return files;
    }

    private void take(int id, ByteBuffer value) {
        switch (id) {
            case CODE_PAGE -> charset = charset(value.getInt());
            case BODY -> text = string(value);
            case NEW_FILE -> endOfFile();
            case FILE_NAME -> name = name.isEmpty() ? string(value) : name;
            case FILE_BYTES -> bytes = all(value);
            case FILE_PROPERTIES -> TnefProperties.longFileName(value, charset).ifPresent(found -> name = found);
            default -> {
                // dates, classes and pictures of icons
            }
        }
    }

    private void endOfFile() {
        if (bytes != null) {
            files.add(new MimePart(new MailHeaders(), "application/octet-stream", Map.of("name",
                    name.isEmpty() ? "file" : name), List.of(), bytes));
        }
        bytes = null;
        name = "";
    }

    private String string(ByteBuffer value) {
        return new String(all(value), charset).replace("\0", "").replace("\r\n", "\n");
    }

    private static Charset charset(int codePage) {
        String windows = "windows-" + codePage;
        return codePage == 65001
                ? StandardCharsets.UTF_8
                : Charset.forName(Charset.isSupported(windows) ? windows : "windows-1252");
    }

    static ByteBuffer slice(ByteBuffer from, int length) {
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return part;
    }

    static byte[] all(ByteBuffer value) {
        byte[] read = new byte[value.remaining()];
        value.get(read);
        return read;
    }
}
