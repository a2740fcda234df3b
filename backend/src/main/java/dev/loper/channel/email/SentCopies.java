package dev.loper.channel.email;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.MessageIDTerm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for a mail of ours among the copies a server keeps of what it sent (RFC 6154, \Sent). We put none there.
final class SentCopies {

    private static final Logger log = LoggerFactory.getLogger(SentCopies.class);
    private static final List<String> USUAL_NAMES = List.of("sent", "sent items", "sent mail", "verzonden items",
            "gesendet");

    private SentCopies() {}

    /// Whether there is a copy; not finding out is no.
    static boolean has(EmailSettings.Imap imap, String messageId) {
        Properties properties = MailConnections.imap(imap, Duration.ZERO);
        Session session = Session.getInstance(properties);
        try (Store store = session.getStore()) {
            store.connect(imap.host(), imap.port(), imap.user(), imap.password());
            for (Folder folder : store.getDefaultFolder().list("*")) {
                if (sent(folder) && holds(folder, messageId)) {
                    return true;
                }
            }
            return false;
        } catch (MessagingException | RuntimeException e) {
            log.warn("The copies of sent mail at {} could not be looked through.", imap, e);
            return false;
        }
    }

    private static boolean sent(Folder folder) throws MessagingException {
        boolean marked = folder instanceof IMAPFolder imap && Arrays.asList(imap.getAttributes()).contains("\\Sent");
        return marked || USUAL_NAMES.contains(folder.getName().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean holds(Folder folder, String messageId) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            return folder.search(new MessageIDTerm("<" + messageId + ">")).length > 0;
        } finally {
            folder.close(false);
        }
    }
}
