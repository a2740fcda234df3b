package dev.loper.conversation;

import dev.loper.redis.RedisJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What tells one request from another under the same client id: a digest of what was asked, which says nothing of it.
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(@Nullable Object... asked) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(RedisJson.write(Arrays.asList(asked)).getBytes(
                    StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK.", e);
        }
    }
}
