package dev.loper.channel.email;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.ParsedField;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.jspecify.annotations.Nullable;

/// Reads structured header fields leniently: what cannot be read is left out.
final class MailFields {

    private static final Pattern COMMENT = Pattern.compile("\\((?:[^()\\\\]|\\\\.)*+\\)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<\\s*([^<>\\s]{1,250})\\s*>");

    private MailFields() {}

    static @Nullable ParsedField parse(String name, String value) {
        try {
            return LenientFieldParser.parse(name + ": " + value, DecodeMonitor.SILENT);
        } catch (MimeException | RuntimeException e) {
            return null;
        }
    }

    /// The people in an address field, those in groups too.
    static List<Mailbox> mailboxes(String value) {
        try {
            return LenientAddressParser.DEFAULT.parseAddressList(value).flatten().stream().filter(
                    mailbox -> mailbox.getDomain() != null && !mailbox.getDomain().isBlank()
                            && mailbox.getLocalPart() != null && !mailbox.getLocalPart().isBlank()).toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    /// An address as it is compared: lower case, the domain in its ASCII form.
    static String normalised(Mailbox mailbox) {
        return normalised(mailbox.getLocalPart() + "@" + mailbox.getDomain());
    }

    static String normalised(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1).strip();
        try {
            domain = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            // an unusual domain is compared as it is written
        }
        return (address.substring(0, at + 1).strip() + domain).toLowerCase(Locale.ROOT);
    }

    /// The message ids in a field, in order, without angle brackets (RFC 5322, 3.6.4).
    static List<String> messageIds(String value) {
        return MESSAGE_ID.matcher(value).results().map(id -> id.group(1)).toList();
    }

    /// Takes out comments (RFC 5322, 3.2.2), nested ones too.
    static String withoutComments(String value) {
        String before = value;
        for (int depth = 0; depth < 10; depth++) {
            Matcher innermost = COMMENT.matcher(before);
            String after = innermost.replaceAll(" ");
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

}
