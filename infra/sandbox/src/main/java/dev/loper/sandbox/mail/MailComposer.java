package dev.loper.sandbox.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;

import org.springframework.stereotype.Component;

/// Builds a mail as a customer's mail program would: alternative bodies inside mixed attachments.
@Component
class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Clock clock;

    MailComposer(Clock clock) {
        this.clock = clock;
    }

    MimeMessage compose(OutgoingMail mail) throws MessagingException {
        MimeMessage message = new KeepsItsId(Session.getInstance(new Properties()));
        InternetAddress from = address(mail.from());
        message.setFrom(from);
        addRecipients(message, RecipientType.TO, mail.to());
        addRecipients(message, RecipientType.CC, mail.cc() == null ? List.of() : mail.cc());
        message.setSubject(mail.subject() == null ? "" : mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", mail.messageId() == null ? newId(from) : mail.messageId());
        thread(message, mail);
        setContent(message, mail);
        for (Map.Entry<String, String> header : (mail.headers() == null
                ? Map.<String, String>of()
                : mail.headers()).entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.saveChanges();
        return message;
    }

    private static void thread(MimeMessage message, OutgoingMail mail) throws MessagingException {
        if (mail.inReplyTo() != null) {
            message.setHeader("In-Reply-To", mail.inReplyTo());
        }
        if (mail.references() != null && !mail.references().isEmpty()) {
            message.setHeader("References", MimeUtility.fold(12, String.join(" ", mail.references())));
        }
    }

    private static void setContent(MimeMessage message, OutgoingMail mail) throws MessagingException {
        List<OutgoingMail.Attached> files = mail.attachments() == null ? List.of() : mail.attachments();
        if (files.isEmpty() && mail.html() == null) {
            message.setText(mail.text() == null ? "" : mail.text(), UTF_8);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed", body(mail));
        for (OutgoingMail.Attached file : files) {
            mixed.addBodyPart(attachment(file));
        }
        message.setContent(mixed);
    }

    private static MimeBodyPart body(OutgoingMail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text() == null ? "" : mail.text(), UTF_8);
        if (mail.html() == null) {
            return text;
        }
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(mail.text() == null
                ? new MimeMultipart("alternative", html)
                : new MimeMultipart("alternative", text, html));
        return both;
    }

    private static MimeBodyPart attachment(OutgoingMail.Attached file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] bytes = Base64.getDecoder().decode(file.base64());
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, file.type())));
        try {
            part.setFileName(MimeUtility.encodeText(file.name(), UTF_8, null));
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is unknown here", e);
        }
        return part;
    }

    private static void addRecipients(MimeMessage message, RecipientType kind, List<String> addresses)
            throws MessagingException {
        for (String one : addresses) {
            message.addRecipient(kind, address(one));
        }
    }

    /// Reads `Name <a@b>`; names beyond ASCII are encoded as RFC 2047 asks.
    static InternetAddress address(String header) throws MessagingException {
        InternetAddress address = new InternetAddress(header, true);
        String name = address.getPersonal();
        if (name != null) {
            try {
                address.setPersonal(name, UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new MessagingException("UTF-8 is unknown here", e);
            }
        }
        return address;
    }

    private static String newId(InternetAddress from) {
        String address = from.getAddress();
        return "<" + UUID.randomUUID() + address.substring(address.indexOf('@')) + ">";
    }

    /// A message whose Message-ID is not replaced when it is saved.
    private static final class KeepsItsId extends MimeMessage {

        KeepsItsId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() {
            // Set by the composer.
        }
    }
}
