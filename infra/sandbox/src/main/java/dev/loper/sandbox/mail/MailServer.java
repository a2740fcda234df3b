package dev.loper.sandbox.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.loper.sandbox.SandboxSettings;
import dev.loper.sandbox.live.LiveFeed;
import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

/// A real SMTP and IMAP server (GreenMail) on 127.0.0.1, where every address gets a mailbox on first use.
///
/// A mailbox's password is its address, except for the product's, which is set. IDLE works.
@Component
public class MailServer {

    private static final String HERE = "127.0.0.1";

    private final GreenMail server;
    private final LiveFeed live;
    private final Set<String> watched = ConcurrentHashMap.newKeySet();

    MailServer(SandboxSettings settings, LiveFeed live) {
        this.live = live;
        server = new GreenMail(new ServerSetup[]{
                new ServerSetup(settings.smtpPort(), HERE, ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(settings.imapPort(), HERE, ServerSetup.PROTOCOL_IMAP)});
        server.start();
        server.getUserManager().setMessageDeliveryHandler((mail, to) -> mailbox(to.getEmail()));
        server.setUser(settings.mail().address(), settings.mail().address(), settings.mail().password());
        mailboxUnchecked(settings.mail().address());
        settings.cast().forEach(person -> mailboxUnchecked(person.email()));
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    @PreDestroy
    void stop() {
        server.stop();
    }

    /// The addresses that have a mailbox, in alphabetical order.
    List<String> addresses() {
        return server.getUserManager().listUser().stream().map(GreenMailUser::getEmail).sorted().toList();
    }

    boolean knows(String address) {
        return server.getUserManager().hasUser(normal(address));
    }

    /// One folder of a mailbox; both are made when they are first asked for.
    MailFolder folder(String address, Folder folder) {
        try {
            GreenMailUser owner = mailbox(address);
            var folders = server.getManagers().getImapHostManager();
            return switch (folder) {
                case INBOX -> folders.getInbox(owner);
                case SENT -> sentFolder(owner);
            };
        } catch (UserException | FolderException e) {
            throw new IllegalStateException("No mailbox can be made for " + address, e);
        }
    }

    void tell(String address) {
        live.mailboxChanged(normal(address));
    }

    private synchronized MailFolder sentFolder(GreenMailUser owner) throws FolderException {
        var folders = server.getManagers().getImapHostManager();
        MailFolder sent = folders.getFolder(owner, "Sent");
        if (sent != null) {
            return sent;
        }
        try {
            return folders.createMailbox(owner, "Sent");
        } catch (com.icegreen.greenmail.imap.AuthorizationException e) {
            throw new FolderException("The owner may not make a folder", e);
        }
    }

    private void mailboxUnchecked(String address) {
        folder(address, Folder.INBOX);
    }

    private synchronized GreenMailUser mailbox(String anyCase) throws UserException {
        String address = normal(anyCase);
        GreenMailUser owner = server.getUserManager().getUserByEmail(address);
        if (owner == null) {
            owner = server.getUserManager().createUser(address, address, address);
        }
        watch(owner, address);
        return owner;
    }

    private void watch(GreenMailUser owner, String address) {
        if (!watched.add(address)) {
            return;
        }
        try {
            server.getManagers().getImapHostManager().getInbox(owner).addListener(
                    new Arrivals(() -> live.mailboxChanged(address)));
        } catch (FolderException e) {
            throw new IllegalStateException("The mailbox of " + address + " has no inbox", e);
        }
    }

    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
