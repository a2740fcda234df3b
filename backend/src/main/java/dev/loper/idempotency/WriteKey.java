package dev.loper.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The key of a write: it is its person's, and nobody else's of the same name.
///
/// @param value as they gave it, 1 to 255 visible characters
record WriteKey(String person, String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /// @param header the key, bare or in quotes as the draft of the standard writes it
    /// @return none if it is no key
    static Optional<WriteKey> of(String person, String header) {
        String bare = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"")
                ? header.substring(1, header.length() - 1)
                : header;
        return FORM.matcher(bare).matches() ? Optional.of(new WriteKey(person, bare)) : Optional.empty();
    }

    /// What it is kept under.
    String digest() {
        return sha256(value.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK.", e);
        }
    }

    /// The key never reaches a log: it opens the answer.
    @Override
    public String toString() {
        return "WriteKey[" + person + "]";
    }
}
