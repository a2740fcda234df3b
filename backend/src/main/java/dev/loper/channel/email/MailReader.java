package dev.loper.channel.email;

import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.Company;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a mail into the message every channel hands in.
final class MailReader {

    private static final Logger log = LoggerFactory.getLogger(MailReader.class);
    private static final int MAX_PEOPLE = 100;
    private static final int MAX_NAME = 200;
    private static final int MAX_SUBJECT = 1_000;

    private final EmailSettings settings;
    private final BlobStore blobs;
    private final OurMail ours;

    MailReader(EmailSettings settings, BlobStore blobs, OurMail ours) {
        this.settings = settings;
        this.blobs = blobs;
        this.ours = ours;
    }

    /// @throws UnreadableMailException if nobody sent it
    static Mailbox sender(MimePart mail) {
        return mail.headers().all("from").stream().flatMap(
                from -> MailFields.mailboxes(from).stream()).findFirst().orElseThrow(
                        () -> new UnreadableMailException("The mail does not say who sent it."));
    }

    /// Reads it and keeps its attachments.
    ///
    /// @throws UnreadableMailException if it cannot be read
    ChannelMessage read(ChannelAccount account, EmailSettings.Account mailbox, byte[] raw, MimePart mail) {
        MailHeaders headers = mail.headers();
        Mailbox from = sender(mail);
        String address = MailFields.normalised(from);
        MailContent content = MailBody.of(mail);
        return new ChannelMessage(account.id(), ChannelKind.EMAIL, MailDigest.providerId(headers, raw),
                new ChannelAddress.Email(address), name(from), level(headers, mailbox), people(headers, "to"),
                people(headers, "cc"), sentAt(headers), headers.text("subject").map(MailReader::shortened).orElse(null),
                content.text(), content.html(), content.quote(), keep(content.files(), mailbox.maxSize().toBytes()),
                hints(headers), MailOrigin.automatic(mail, address), company(headers, address));
    }

    /// Observed, unless our server says DMARC failed or the mail names several senders, of which one may be borrowed.
    private static Level level(MailHeaders headers, EmailSettings.Account mailbox) {
        return doubtful(headers, mailbox) ? Level.CLAIMED : Level.OBSERVED;
    }

    static boolean doubtful(MailHeaders headers, EmailSettings.Account mailbox) {
        long senders = headers.all("from").stream().flatMap(from -> MailFields.mailboxes(from).stream()).count();
        return senders != 1 || headers.all("from").size() != 1
                || AuthenticationResults.dmarcFailed(headers, mailbox.authservId());
    }

    private static String name(Mailbox from) {
        String name = from.getName() == null ? "" : MailHeaders.decode(from.getName());
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }

    private static String shortened(String subject) {
        return subject.length() > MAX_SUBJECT ? subject.substring(0, MAX_SUBJECT) + "…" : subject;
    }

    private static List<String> people(MailHeaders headers, String field) {
        return headers.all(field).stream().flatMap(value -> MailFields.mailboxes(value).stream()).map(
                MailFields::normalised).distinct().limit(MAX_PEOPLE).toList();
    }

    /// Whoever else the mail was addressed to, and where its sender wants answers.
    private Company company(MailHeaders headers, String sender) {
        List<ChannelAddress> participants = Stream.of("to", "cc").flatMap(
                field -> people(headers, field).stream()).filter(address -> other(address, sender)).distinct().limit(
                        MAX_PEOPLE).map(ChannelAddress.Email::new).map(ChannelAddress.class::cast).toList();
        ChannelAddress replyTo = people(headers, "reply-to").stream().findFirst().filter(
                address -> other(address, sender)).map(ChannelAddress.Email::new).orElse(null);
        return new Company(participants, replyTo);
    }

    private boolean other(String address, String sender) {
        return !address.equals(sender) && !settings.owns(address);
    }

    private static @Nullable Instant sentAt(MailHeaders headers) {
        return headers.first("date").map(date -> MailFields.parse("Date", date)).filter(
                DateTimeField.class::isInstance).map(field -> ((DateTimeField) field).getDate()).map(
                        date -> date.toInstant()).orElse(null);
    }

    ThreadingHints hints(MailHeaders headers) {
        List<String> references = new ArrayList<>(
                headers.first("in-reply-to").map(MailFields::messageIds).orElse(List.of()));
        List<String> older = new ArrayList<>(headers.first("references").map(MailFields::messageIds).orElse(List.of()));
        Collections.reverse(older);
        references.addAll(older);
        List<String> nearestFirst = references.stream().distinct().limit(10).toList();
        return new ThreadingHints(replyTopic(headers, nearestFirst), nearestFirst, ownId(headers));
    }

    private static @Nullable String ownId(MailHeaders headers) {
        return headers.first("message-id").map(MailFields::messageIds).filter(ids -> !ids.isEmpty()).map(
                List::getFirst).orElse(null);
    }

    private @Nullable TopicId replyTopic(MailHeaders headers, List<String> references) {
        Stream<TopicId> addressed = Stream.of("to", "cc", "delivered-to", "x-original-to", "envelope-to").flatMap(
                field -> headers.all(field).stream()).flatMap(value -> MailFields.mailboxes(value).stream()).limit(
                        MAX_PEOPLE).flatMap(mailbox -> ours.topicOfAddress(mailbox.getAddress()).stream());
        Stream<TopicId> quoted = references.stream().flatMap(id -> ours.topicOfMessageId(id).stream());
        return Stream.concat(addressed, quoted).findFirst().orElse(null);
    }

    private List<Attachment> keep(List<MailContent.File> files, long maxBytes) {
        List<Attachment> kept = new ArrayList<>();
        try {
            for (MailContent.File file : files) {
                kept.add(keep(file.part(), maxBytes).placed(file.place()));
            }
            return kept;
        } catch (IOException e) {
            forget(kept);
            throw new IntakeUnavailableException("The attachments cannot be kept now.", e);
        }
    }

    private Attachment keep(MimePart file, long maxBytes) throws IOException {
        String name = file.fileName().isEmpty() && file.is("message/rfc822") ? "mail.eml" : file.fileName();
        return AttachmentContent.keep(blobs, new ByteArrayInputStream(file.body()), name, maxBytes, file.contentId());
    }

    /// Removes attachments that belong to no entry after all.
    void forget(List<Attachment> attachments) {
        for (Attachment attachment : attachments) {
            try {
                blobs.delete(attachment.id());
            } catch (IOException e) {
                log.warn("An attachment of no entry stays behind: {}", attachment.id(), e);
            }
        }
    }
}
