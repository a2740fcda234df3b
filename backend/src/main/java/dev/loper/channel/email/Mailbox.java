package dev.loper.channel.email;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import jakarta.mail.Flags;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens with each mail of one mailbox: it is taken in, or kept as a dead letter, and only then marked \Seen.
///
/// Nothing thrown here leaves the flow: an unstored mail stays unseen and is read again after a pause, and what comes
/// after it waits, so that the order stays. Only a mail its server does not give out is given up after a while.
final class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    /// Even of a mail that is too large this much is kept; servers rarely take more.
    private static final int MAX_KEPT = 100 * 1024 * 1024;

    private final AccountId account;
    private final EmailIntake intake;
    private final DeadLetters deadLetters;
    private final MailboxLease lease;
    private final Pace pace;
    private final StuckMail stuck = new StuckMail();
    /// The digest of a mail that is stored, and could not be marked: the next time it is only marked.
    private @Nullable String unmarked;

    Mailbox(AccountId account, EmailIntake intake, DeadLetters deadLetters, MailboxLease lease, Pace pace) {
        this.account = account;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.lease = lease;
        this.pace = pace;
    }

    /// Takes one mail. The rest of a batch is left alone once one could not be stored.
    void take(MimeMessage mail) {
        if (pace.over() || !lease.hold(account)) {
            return;
        }
        try {
            if (stuck.givesUp(mail)) {
                bury(stuck.beginning(mail), EmailReplay.HEADERS_ONLY, stuck.sentence());
            } else {
                takeWhole(mail);
            }
            mail.setFlag(Flags.Flag.SEEN, true);
            unmarked = null;
            pace.succeeded();
        } catch (MessageRemovedException e) {
            log.debug("A mail to {} was removed by somebody else.", account);
        } catch (IntakeUnavailableException e) {
            pace.failed();
            log.warn("A mail to {} waits in its mailbox: {}", account, e.getMessage());
        } catch (MessagingException | IOException | RuntimeException e) {
            pace.failed();
            log.warn("A mail to {} could not be fetched or marked; it is tried again.", account, e);
        }
    }

    private void takeWhole(MimeMessage mail) throws MessagingException, IOException {
        byte[] raw = fetched(mail);
        String digest = MailDigest.ofAll(raw);
        if (!digest.equals(unmarked)) {
            takeOrBury(raw);
            unmarked = digest;
        }
    }

    private byte[] fetched(MimeMessage mail) throws MessagingException, IOException {
        try {
            return raw(mail);
        } catch (MessageRemovedException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            stuck.failed(mail, e);
            throw e;
        }
    }

    private void takeOrBury(byte[] raw) {
        try {
            Taken taken = raw.length < MAX_KEPT ? intake.take(account, raw) : tooLarge();
            log.debug("A mail to {}: {}", account, taken);
        } catch (IntakeUnavailableException e) {
            throw e;
        } catch (UnreadableMessageException e) {
            bury(raw, Map.of(), sentence(e));
        } catch (RuntimeException | StackOverflowError e) {
            log.error("A mail to {} broke its reader.", account, e);
            bury(raw, Map.of(), "The mail broke its reader (" + e.getClass().getSimpleName() + ").");
        }
    }

    private static Taken tooLarge() {
        throw new UnreadableMailException("The mail is too large to be kept whole; the rest is in the mailbox.");
    }

    private void bury(byte[] raw, Map<String, String> headers, String reason) {
        deadLetters.keep(account, ChannelKind.EMAIL, raw, headers, reason);
        log.warn("A mail to {} became a dead letter: {}", account, reason);
    }

    private static String sentence(UnreadableMessageException e) {
        String reason = String.valueOf(e.getMessage());
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private static byte[] raw(MimeMessage mail) throws MessagingException, IOException {
        if (mail instanceof IMAPMessage imap) {
            try (InputStream stream = imap.getMimeStream()) {
                return stream.readNBytes(MAX_KEPT);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }
}
