package dev.loper.channel.email;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/// Answers by mail.
final class EmailPort implements OutboundPort {

    /// What fits, written in base 64, into the 25 MB most servers take.
    private static final long MAX_ATTACHMENTS = 18L * 1024 * 1024;

    private static final ChannelCapabilities CAPABILITIES = new ChannelCapabilities("email", null, MAX_ATTACHMENTS,
            10, true, true, null, true, EnumSet.of(Delivery.SENT, Delivery.FAILED), true);

    private final EmailSettings settings;
    private final MailWriter writer;
    private final OurMail ours;

    EmailPort(EmailSettings settings, MailWriter writer, OurMail ours) {
        this.settings = settings;
        this.writer = writer;
        this.ours = ours;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.EMAIL;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<ChannelAccount> accounts() {
        return settings.accounts().entrySet().stream().map(entry -> entry.getValue().as(entry.getKey())).sorted(
                Comparator.comparing(account -> account.id().value())).toList();
    }

    @Override
    public SendResult send(OutboundMessage message) {
        EmailSettings.Account account = settings.accounts().get(message.account().value());
        if (account == null) {
            return new SendResult.Failed("The mail account “" + message.account() + "” is not set up any more.");
        }
        try {
            MimeMessage mail = writer.write(account, message, SmtpSender.session(account.smtp()));
            return SmtpSender.send(account.smtp(), mail, messageId(account, message));
        } catch (UnwritableMailException e) {
            return new SendResult.Failed(String.valueOf(e.getMessage()));
        } catch (MessagingException e) {
            return new SendResult.Failed("The mail could not be written: " + e.getMessage() + ".");
        }
    }

    /// SMTP keeps no log that can be asked; but where the server files what it sends, the copy is the proof.
    @Override
    public SendResult settle(OutboundMessage message, Instant since) {
        EmailSettings.Account account = settings.accounts().get(message.account().value());
        if (account != null && SentCopies.has(account.imap(), messageId(account, message))) {
            return new SendResult.Sent(messageId(account, message), Delivery.SENT);
        }
        return new SendResult.Unconfirmed(
                "Nobody can tell whether this mail was sent; the line to the mail server broke.");
    }

    private String messageId(EmailSettings.Account account, OutboundMessage message) {
        return ours.messageId(message.entry(), message.topic(), account.domain());
    }
}
