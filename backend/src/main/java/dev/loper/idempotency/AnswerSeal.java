package dev.loper.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Closes answers so that only who has our secret, the write's key and the salt can open them: AES-256-GCM (NIST SP 800-38D)
/// under an HMAC of both.
final class AnswerSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey secret;
    private final SecureRandom random = new SecureRandom();

    AnswerSeal(SecretKey secret) {
        this.secret = secret;
    }

    String close(WriteKey key, String salt, String words) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = crypt(Cipher.ENCRYPT_MODE, key, salt, nonce, words.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(
                    closed).array());
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /// @return empty if it was closed under another salt
    Optional<String> open(WriteKey key, String salt, String closed) {
        byte[] bytes = Base64.getDecoder().decode(closed);
        try {
            return Optional.of(new String(crypt(Cipher.DECRYPT_MODE, key, salt, Arrays.copyOf(bytes, NONCE),
                    Arrays.copyOfRange(bytes, NONCE, bytes.length)), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    private byte[] crypt(int mode, WriteKey key, String salt, byte[] nonce, byte[] bytes)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(secret);
        byte[] own = mac.doFinal((key.person() + "\0" + key.value() + "\0" + salt).getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(bytes);
    }

    private static IllegalStateException broken(GeneralSecurityException cause) {
        return new IllegalStateException("A kept answer cannot be closed or opened.", cause);
    }
}
