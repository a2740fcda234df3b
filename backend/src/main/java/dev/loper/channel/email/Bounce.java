package dev.loper.channel.email;

import dev.loper.message.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A delivery status notification (RFC 3464) about one of our mails.
///
/// @param messageId our Message-ID, without angle brackets
/// @param state     what became of it; none if it is only late
/// @param reason    why, a sentence
record Bounce(String messageId, @Nullable Delivery state, @Nullable String reason) {

    /// Reads a mail as a bounce; none if it is not one, or does not say of which mail. Only a machine's mail is one: a person
    /// who forwards what bounced says something about it.
    ///
    /// @param sender the address it comes from
    static Optional<Bounce> of(MimePart mail, String sender) {
        if (!MailOrigin.automatic(mail, sender)) {
            return Optional.empty();
        }
        return mail.all().filter(part -> part.is("message/delivery-status")).findFirst().flatMap(
                status -> original(mail).map(id -> of(id, status.text())));
    }

    private static Bounce of(String messageId, String status) {
        String action = field(status, "Action").toLowerCase(java.util.Locale.ROOT);
        return switch (action) {
            case "failed" -> new Bounce(messageId, Delivery.FAILED,
                    SmtpReasons.failed(field(status, "Status"), field(status, "Diagnostic-Code")));
            case "delivered" -> new Bounce(messageId, Delivery.DELIVERED, null);
            default -> new Bounce(messageId, null, null);
        };
    }

    /// The Message-ID in the returned mail, or in its returned header.
    private static Optional<String> original(MimePart mail) {
        return mail.all().filter(part -> part.is("message/rfc822") || part.is("text/rfc822-headers")
                || part.is("message/rfc822-headers")).flatMap(
                        part -> MailFields.messageIds(field(part.text(), "Message-ID")).stream()).findFirst();
    }

    private static String field(String block, String name) {
        String unfolded = block.substring(0, Math.min(block.length(), 64 * 1024)).replaceAll("\n[ \t]+", " ");
        return unfolded.lines().filter(
                line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1)).findFirst().map(
                        line -> line.substring(name.length() + 1).strip()).orElse("");
    }
}
