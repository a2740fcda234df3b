package dev.loper.secret;

import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Keys for signing, one for each purpose, derived from the installation's secret with HMAC-SHA-256.
@Component
public class SigningKeys {

    private static final String HMAC = "HmacSHA256";

    private final SecretKey root;

    SigningKeys(@Value("${loper.secret-key:}") String given, @Value("${loper.data-dir}") Path data, RedisStore store,
            RedisKeys keys) {
        this.root = key(given.isBlank() ? kept(data.resolve("secret.key")) : given);
        String fingerprint = HexFormat.of().formatHex(derive("fingerprint").getEncoded()).substring(0, 16);
        String known = store.with(redis -> {
            redis.setnx(keys.of(RedisKeys.Family.SECRET), fingerprint);
            return redis.get(keys.of(RedisKeys.Family.SECRET));
        });
        if (!fingerprint.equals(known)) {
            throw new WrongSecretException("The data was made with another secret key.");
        }
    }

    /// The key for one purpose, such as `visitor-token`; the same purpose always gives the same key.
    public SecretKey derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(root);
            return key(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey key(String hex) {
        if (!hex.strip().matches("([0-9a-fA-F]{2}){32,}")) {
            throw new WrongSecretException("The secret key is no key: it needs 64 hexadecimal digits or more.");
        }
        return key(HexFormat.of().parseHex(hex.strip()));
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, HMAC);
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret key in " + file + " cannot be read or written.", e);
        }
    }

    /// The secret given is not the one the data was made with, or none at all.
    public static final class WrongSecretException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongSecretException(String message) {
            super(message);
        }
    }
}
