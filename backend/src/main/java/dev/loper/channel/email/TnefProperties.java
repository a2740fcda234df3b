package dev.loper.channel.email;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The properties of a file in a `winmail.dat`: each a type, an id and a value of that type (MS-OXTNEF 2.1.3.4).
final class TnefProperties {

    private static final int LONG_FILE_NAME = 0x3707;
    private static final int MOST = 500;

    private static final int TEXT = 0x001e;
    private static final int UNICODE = 0x001f;
    private static final int OBJECT = 0x000d;
    private static final int BINARY = 0x0102;

    private TnefProperties() {}

    /// The name as it was given; the title beside it may be cut to eight characters.
    static Optional<String> longFileName(ByteBuffer properties, Charset charset) {
        try {
            int count = Math.min(properties.getInt(), MOST);
            for (int i = 0; i < count; i++) {
                int type = properties.getShort() & 0xffff;
                int id = properties.getShort() & 0xffff;
                if (id >= 0x8000) {
                    passName(properties);
                }
                byte[] value = value(properties, type);
                if (id == LONG_FILE_NAME) {
                    Charset read = type == UNICODE ? StandardCharsets.UTF_16LE : charset;
                    return Optional.of(new String(value, read).replace("\0", "")).filter(name -> !name.isBlank());
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // the title will do
        }
        return Optional.empty();
    }

    /// A named property says its name before its value: a number, or text.
    private static void passName(ByteBuffer properties) {
        Tnef.slice(properties, 16);
        if (properties.getInt() == 0) {
            properties.getInt();
        } else {
            padded(properties, properties.getInt());
        }
    }

    private static byte[] value(ByteBuffer properties, int type) {
        return switch (type) {
            case 0x0002, 0x0003, 0x0004, 0x000a, 0x000b -> padded(properties, 4);
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> padded(properties, 8);
            case 0x0048 -> padded(properties, 16);
            case TEXT, UNICODE, OBJECT, BINARY -> {
                byte[] first = {};
                int values = Math.min(properties.getInt(), MOST);
                for (int i = 0; i < values; i++) {
                    byte[] one = padded(properties, properties.getInt());
                    first = i == 0 ? one : first;
                }
                yield first;
            }
            default -> throw new IllegalArgumentException("A type that is not known has no length that is.");
        };
    }

    private static byte[] padded(ByteBuffer properties, int length) {
        byte[] value = Tnef.all(Tnef.slice(properties, length));
        Tnef.slice(properties, Math.min(properties.remaining(), (4 - length % 4) % 4));
        return value;
    }
}
