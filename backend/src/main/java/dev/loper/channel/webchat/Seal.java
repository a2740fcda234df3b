package dev.loper.channel.webchat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Our signature on words that a browser keeps for us: HMAC-SHA256 (RFC 2104).
///
/// Each purpose signs apart, so that nothing signed for one passes for another; parts are joined by a NUL, which none of
/// them can contain.
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;
    private final String purpose;

    Seal(SecretKey key, String purpose) {
        this.key = key;
        this.purpose = purpose;
    }

    /// The signature, base64url without padding: 43 characters.
    String of(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(parts));
    }

    /// Compares in constant time.
    boolean fits(String signature, String... parts) {
        return MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
                of(parts).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                if (part.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("A part of what is signed contains a NUL.");
                }
                mac.update((byte) 0);
                mac.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }
}
