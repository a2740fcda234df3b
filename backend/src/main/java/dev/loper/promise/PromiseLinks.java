package dev.loper.promise;

import dev.loper.message.PromiseId;
import dev.loper.secret.Seal;
import dev.loper.secret.SigningKeys;
import dev.loper.web.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// The links to promises' pages: whoever holds one may see that promise, and nothing else.
///
/// A token is 22 characters of an HMAC over the promise's id, 132 bits: short enough for a text message, and nobody guesses
/// it. The store keeps its digest only, so that who reads a backup cannot open the pages.
@Component
class PromiseLinks {

    private static final int LENGTH = 22;
    private static final int ID_BYTES = 10;

    private final Seal seal;
    private final PublicUrl url;
    private final SecureRandom random = new SecureRandom();

    PromiseLinks(SigningKeys keys, PublicUrl url) {
        this.seal = new Seal(keys.derive("promise-link"), "promise-link");
        this.url = url;
    }

    PromiseId newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return new PromiseId("p" + HexFormat.of().formatHex(bytes));
    }

    String urlOf(PromiseId id) {
        return url.at("/p/" + token(id));
    }

    String digestOf(PromiseId id) {
        return digest(token(id));
    }

    /// Under what a token is kept.
    static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(
                    StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(PromiseId id) {
        return seal.of(id.value()).substring(0, LENGTH);
    }
}
