package dev.loper.channel.email;

import dev.loper.message.AccountId;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.time.Duration;
import java.util.Properties;
import org.springframework.integration.mail.inbound.ImapMailReceiver;

/// Waits for mail that is not \Seen in one mailbox, and gives it out in order without marking it.
///
/// Unlike its parent it looks at the whole folder before it waits, so that mail from before the start and mail that
/// could not be stored is taken, and it turns every failure into one after which the adapter tries again: an idle task
/// that ends for good would lose mail without a word.
final class MailboxReceiver extends ImapMailReceiver {

    /// An idle connection is looked after this often: routers forget silent ones.
    private static final int IDLE_SECONDS = 55;
    private static final Duration NOT_OURS = Duration.ofSeconds(5);
    private static final int BATCH = 20;

    private final AccountId account;
    private final MailboxLease lease;
    private final Pace pace;
    private boolean held;

    MailboxReceiver(AccountId account, EmailSettings.Imap imap, MailboxLease lease, Pace pace) {
        super(MailConnections.imapUrl(imap));
        this.account = account;
        this.lease = lease;
        this.pace = pace;
        Properties properties = MailConnections.imap(imap, Duration.ofSeconds(IDLE_SECONDS));
        setJavaMailProperties(properties);
        setSession(Session.getInstance(properties, MailConnections.login(imap.user(), imap.password())));
        setSearchTermStrategy((supported, folder) -> new AndTerm(new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                new FlagTerm(new Flags(Flags.Flag.DELETED), false)));
        setShouldMarkMessagesAsRead(false);
        setShouldDeleteMessages(false);
        setFlaggedAsFallback(false);
        setAutoCloseFolder(false);
        setMaxFetchSize(BATCH);
        setCancelIdleInterval(IDLE_SECONDS);
    }

    @Override
    public void waitForNewMessages() throws MessagingException {
        try {
            pace.await();
            held = lease.hold(account);
            if (!held) {
                closeFolder();
                pace.await(NOT_OURS);
                return;
            }
            openFolder();
            if (searchForNewMessages().length == 0) {
                super.waitForNewMessages();
            }
        } catch (MessagingException | RuntimeException e) {
            held = false;
            if (!pace.stopped()) {
                throw retried(e);
            }
        }
    }

    @Override
    public Object[] receive() throws MessagingException {
        try {
            return held ? super.receive() : new Object[0];
        } catch (RuntimeException e) {
            throw retried(e);
        }
    }

    /// Fetches nothing ahead.
    @Override
    protected void fetchMessages(Message[] messages) throws MessagingException {
        // each is read whole when its turn comes, so that one bad mail spoils no other
    }

    @Override
    public void cancelPing() {
        pace.stop();
        super.cancelPing();
    }

    private static MessagingException retried(Exception e) {
        return new MessagingException("The mailbox could not be read: " + e.getMessage(), e);
    }

}
