package dev.loper.channel.email;

import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mail at the head of a mailbox that its server does not give out, if there is one: after a few tries it is given up, so that
/// what came after it does not wait for ever.
final class StuckMail {

    /// Tries, with the pauses between them, take about four minutes: longer than a server takes to restart.
    static final int TRIES = 10;

    private static final Logger log = LoggerFactory.getLogger(StuckMail.class);

    private @Nullable String name;
    private int failures;
    private String reason = "";

    /// A mail could not be fetched once more.
    void failed(MimeMessage mail, Exception cause) {
        String failing = nameOf(mail);
        failures = failing.equals(name) ? failures + 1 : 1;
        name = failing;
        reason = String.valueOf(cause.getMessage());
    }

    boolean givesUp(MimeMessage mail) {
        return failures >= TRIES && nameOf(mail).equals(name);
    }

    /// What is said of it to whoever looks at the dead letter.
    String sentence() {
        return "The mail server did not give this mail out (" + reason
                + "). These are its headers; the mail is in the mailbox, marked as read: mark it as unread to have it tried again.";
    }

    /// What is known of it: its headers, if the server gives out that much.
    byte[] beginning(MimeMessage mail) {
        String lines;
        try {
            lines = Collections.list(mail.getAllHeaders()).stream().map(StuckMail::line).collect(Collectors.joining());
        } catch (MessagingException | RuntimeException e) {
            log.debug("Not even its headers can be fetched.", e);
            lines = "X-Loper-Mail: " + nameOf(mail) + "\r\n";
        }
        return (lines + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Header header) {
        return header.getName() + ": " + header.getValue() + "\r\n";
    }

    /// Its place in its folder, which stays its own.
    private static String nameOf(Message mail) {
        try {
            return mail.getFolder() instanceof UIDFolder folder
                    ? folder.getUIDValidity() + "-" + folder.getUID(mail)
                    : String.valueOf(mail.getMessageNumber());
        } catch (MessagingException e) {
            log.debug("The line is gone; its number in the folder names the mail.", e);
            return String.valueOf(mail.getMessageNumber());
        }
    }
}
