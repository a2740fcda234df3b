package dev.loper.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Closes answers so that only who has both our secret and the write's key can open them: AES-256-GCM (NIST SP 800-38D)
/// under an HMAC of the key.
final class AnswerSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey secret;
    private final SecureRandom random = new SecureRandom();

    AnswerSeal(SecretKey secret) {
        this.secret = secret;
    }

    String close(WriteKey key, String words) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, key, nonce, words.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(
                closed).array());
    }

    String open(WriteKey key, String closed) {
        byte[] bytes = Base64.getDecoder().decode(closed);
        return new String(run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(bytes, NONCE), Arrays.copyOfRange(bytes, NONCE,
                bytes.length)), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, WriteKey key, byte[] nonce, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] own = mac.doFinal((key.person() + "\0" + key.value()).getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A kept answer cannot be closed or opened.", e);
        }
    }
}
