package dev.loper.channel.email;

import dev.loper.blob.BlobStore;
import dev.loper.channel.OutboundMessage;
import dev.loper.message.ChannelAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes an answer as a mail (RFC 5322). Nothing an agent or a customer typed can add a header or an address.
final class MailWriter {

    private static final int MAX_REFERENCES = 20;
    private static final String CONTROLS = "[\\p{Cc}\\u2028\\u2029]+";

    private final OurMail ours;
    private final BlobStore blobs;
    private final Clock clock;

    MailWriter(OurMail ours, BlobStore blobs, Clock clock) {
        this.ours = ours;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// @throws UnwritableMailException if an address or an attachment is not usable
    MimeMessage write(EmailSettings.Account account, OutboundMessage answer, Session session)
            throws MessagingException {
        String id = "<" + ours.messageId(answer.entry(), answer.topic(), account.domain()) + ">";
        MimeMessage mail = new IdentifiedMail(session, id);
        mail.setFrom(address(account.address(), senderName(account, answer)));
        mail.setRecipient(Message.RecipientType.TO, recipient(answer));
        for (String other : answer.alsoTo()) {
            mail.addRecipient(Message.RecipientType.TO, address(other, ""));
        }
        for (String copy : answer.cc()) {
            mail.addRecipient(Message.RecipientType.CC, address(copy, ""));
        }
        if (account.replyTokens()) {
            mail.setReplyTo(new InternetAddress[]{
                    address(ours.replyAddress(account.address(), answer.topic()), senderName(account, answer))});
        }
        mail.setSubject(subject(account, answer), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        thread(mail, answer);
        if (answer.authorName().isBlank()) {
            // RFC 3834: no machine is to answer a machine
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        MailParts.fill(mail, answer, blobs);
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress recipient(OutboundMessage answer) {
        return switch (answer.to()) {
            case ChannelAddress.Email email -> address(email.value(), "");
            case ChannelAddress.Phone other -> throw unsuited(other);
            case ChannelAddress.WhatsApp other -> throw unsuited(other);
            case ChannelAddress.Visitor other -> throw unsuited(other);
        };
    }

    private static UnwritableMailException unsuited(ChannelAddress address) {
        return new UnwritableMailException("A mail cannot be sent to “" + address.value() + "”; give a mail address.");
    }

    private static InternetAddress address(String address, String name) {
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            parsed.validate();
            if (!address.contains("@") || parsed.isGroup() || !address.equals(parsed.getAddress())) {
                throw new AddressException("no single address");
            }
            if (!name.isBlank()) {
                parsed.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return parsed;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new UnwritableMailException("“" + address + "” is not a mail address.");
        }
    }

    private static String senderName(EmailSettings.Account account, OutboundMessage answer) {
        String brand = account.brand().isBlank() ? account.name() : account.brand();
        String name = answer.authorName().isBlank() ? brand : answer.authorName() + " at " + brand;
        return name.replaceAll(CONTROLS, " ").strip();
    }

    /// The thread's subject behind a single `Re:`, however many there were.
    private static String subject(EmailSettings.Account account, OutboundMessage answer) {
        String given = answer.subject() == null ? "" : answer.subject().replaceAll(CONTROLS, " ").strip();
        String bare = given.replaceFirst("(?iu)^((re|antw|aw|sv|tr)(\\[\\d{1,3}\\])?\\s?:\\s*)+", "");
        if (bare.isEmpty()) {
            bare = account.brand().isBlank() ? account.name() : account.brand();
        }
        return answer.inReplyTo() == null && given.equals(bare) ? bare : "Re: " + bare;
    }

    private static void thread(MimeMessage mail, OutboundMessage answer) throws MessagingException {
        List<String> parent = ids(Stream.ofNullable(answer.inReplyTo()));
        List<String> all = ids(Stream.concat(answer.references().stream(), Stream.ofNullable(answer.inReplyTo())));
        if (!parent.isEmpty()) {
            mail.setHeader("In-Reply-To", parent.getFirst());
        }
        if (!all.isEmpty()) {
            mail.setHeader("References",
                    all.stream().skip(Math.max(0, all.size() - MAX_REFERENCES)).collect(Collectors.joining("\r\n ")));
        }
    }

    /// The Message-IDs in provider ids; one that came from outside and is no id is left out.
    private static List<String> ids(Stream<String> providerIds) {
        return providerIds.map(MailDigest::messageId).filter(id -> id.matches("[^<>\\s\\p{Cc}]{3,250}")).distinct().map(
                id -> "<" + id + ">").toList();
    }

    /// A mail whose Message-ID is ours to choose.
    private static final class IdentifiedMail extends MimeMessage {

        private final String id;

        IdentifiedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
