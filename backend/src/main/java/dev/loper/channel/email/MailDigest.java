package dev.loper.channel.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The provider id of a mail that came in: `<digest>/<Message-ID>`.
///
/// The digest is taken over Message-ID, From, Date and body. A Message-ID alone would let a stranger who knows one
/// suppress the mail it belongs to. The account is not part of it: one mail in two mailboxes is one mail. The Message-ID
/// stays readable behind it, because answers must name it.
final class MailDigest {

    private MailDigest() {}

    static String providerId(MailHeaders headers, byte[] raw) {
        MessageDigest digest = sha256();
        for (String name : new String[]{"message-id", "from", "date"}) {
            digest.update((headers.first(name).orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        body(raw, digest);
        String hash = HexFormat.of().formatHex(digest.digest(), 0, 20);
        return hash + "/" + messageId(headers);
    }

    /// Of a mail as it came, whatever is in it.
    static String ofAll(byte[] raw) {
        return HexFormat.of().formatHex(sha256().digest(raw));
    }

    /// The Message-ID in a provider id, without angle brackets; ids of our own mails are Message-IDs already.
    static String messageId(String providerId) {
        return providerId.matches("[0-9a-f]{40}/.*") ? providerId.substring(41) : providerId;
    }

    private static String messageId(MailHeaders headers) {
        return headers.first("message-id").map(MailFields::messageIds).filter(ids -> !ids.isEmpty()).map(
                ids -> ids.getFirst()).orElse("");
    }

    /// What comes after the empty line, whatever the line ends: servers change those.
    private static void body(byte[] raw, MessageDigest digest) {
        int newlines = 0;
        boolean inBody = false;
        for (byte b : raw) {
            if (b == '\r') {
                continue;
            }
            if (inBody) {
                digest.update(b);
            } else {
                newlines = b == '\n' ? newlines + 1 : 0;
                inBody = newlines == 2;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK.", e);
        }
    }
}
