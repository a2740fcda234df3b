package dev.loper.sandbox.mail;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.stereotype.Component;

/// Brings customers' mail to the server over SMTP, as any mail program does, and keeps a copy in their Sent folder.
@Component
class Postman {

    private final MailServer server;
    private final MailComposer composer;

    Postman(MailServer server, MailComposer composer) {
        this.server = server;
        this.composer = composer;
    }

    /// Returns the Message-ID.
    String send(OutgoingMail mail) throws MessagingException {
        MimeMessage message = composer.compose(mail);
        deliver(message, mail.from(), message.getAllRecipients());
        String from = MailComposer.address(mail.from()).getAddress();
        keep(from, message);
        return message.getMessageID();
    }

    /// Sends bytes as they are, broken or not; the envelope says who sends and who receives.
    void sendRaw(byte[] eml, String from, List<String> to) throws MessagingException {
        List<Address> recipients = new ArrayList<>();
        for (String one : to) {
            recipients.add(new InternetAddress(one));
        }
        MimeMessage message = new MimeMessage(session(from), new ByteArrayInputStream(eml));
        deliver(message, from, recipients.toArray(Address[]::new));
    }

    private void deliver(MimeMessage message, String from, Address[] to) throws MessagingException {
        try (Transport smtp = session(MailComposer.address(from).getAddress()).getTransport("smtp")) {
            smtp.connect();
            smtp.sendMessage(message, Stream.of(to).map(Postman::mailbox).toArray(Address[]::new));
        }
    }

    /// A plus-address is one of its mailbox, as it is at mail servers that know them; the headers keep it.
    ///
    /// See https://www.rfc-editor.org/rfc/rfc5233
    private static Address mailbox(Address address) {
        if (address instanceof InternetAddress plus && plus.getAddress().matches("[^+@]+[+][^@]+@[^@]+")) {
            InternetAddress bare = (InternetAddress) plus.clone();
            bare.setAddress(plus.getAddress().replaceFirst("[+][^@]+@", "@"));
            return bare;
        }
        return address;
    }

    private void keep(String from, MimeMessage message) throws MessagingException {
        try {
            server.folder(from, Folder.SENT).appendMessage(new MimeMessage(message), new Flags(Flags.Flag.SEEN),
                    message.getSentDate());
        } catch (RuntimeException e) {
            throw new MessagingException("The copy in the Sent folder could not be kept", e);
        }
        server.tell(from);
    }

    private Session session(String envelopeFrom) {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", "127.0.0.1");
        smtp.setProperty("mail.smtp.port", String.valueOf(server.smtpPort()));
        smtp.setProperty("mail.smtp.from", envelopeFrom);
        smtp.setProperty("mail.smtp.localhost", "localhost");
        smtp.setProperty("mail.smtp.connectiontimeout", "5000");
        smtp.setProperty("mail.smtp.timeout", "10000");
        return Session.getInstance(smtp);
    }
}
