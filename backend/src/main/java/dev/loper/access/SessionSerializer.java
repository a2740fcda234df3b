package dev.loper.access;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;

/// Writes what a session holds: text and whole numbers, nothing else.
///
/// Java's own serialization would let whoever can write to Redis run code here.
final class SessionSerializer implements RedisSerializer<Object> {

    @Override
    public byte[] serialize(@Nullable Object value) {
        String text = switch (value) {
            case String words -> "s" + words;
            case Long number -> "l" + number;
            case Integer number -> "i" + number;
            case null -> "";
            default -> throw new SerializationException("A session holds no " + value.getClass().getName() + ".");
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object deserialize(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String value = text.substring(1);
        return switch (text.charAt(0)) {
            case 's' -> value;
            case 'l' -> Long.valueOf(value);
            case 'i' -> Integer.valueOf(value);
            default -> throw new SerializationException("A session holds something unknown.");
        };
    }
}
