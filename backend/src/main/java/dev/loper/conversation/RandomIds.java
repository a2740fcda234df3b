package dev.loper.conversation;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Ids that nobody can guess and that never meet: 80 random bits in hexadecimal.
public final class RandomIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    public static String next() {
        byte[] bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
