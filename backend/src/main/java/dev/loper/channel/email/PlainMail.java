package dev.loper.channel.email;

import dev.loper.access.StaffMail.Outcome;
import dev.loper.channel.SendResult;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/// Mail in plain text that is part of no conversation. Nothing in a name can add a header or an address.
final class PlainMail {

    private static final String CONTROLS = "[\\p{Cc}\\u2028\\u2029]+";

    private final Clock clock;

    PlainMail(Clock clock) {
        this.clock = clock;
    }

    Outcome send(EmailSettings.Account account, String to, String name, String subject, String text) {
        return send(account, new MimeMessage(SmtpSender.session(account.smtp())), to, name, subject, text);
    }

    /// @param mail what is set in it already stays
    Outcome send(EmailSettings.Account account, MimeMessage mail, String to, String name, String subject,
            String text) {
        try {
            mail.setFrom(address(account.address(), account.brand().isBlank() ? account.name() : account.brand()));
            mail.setRecipient(Message.RecipientType.TO, address(to, name));
            mail.setSubject(plain(subject), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(clock.instant()));
            // RFC 3834: no machine is to answer a machine
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
            mail.setText(text, StandardCharsets.UTF_8.name(), "plain");
            mail.saveChanges();
            return outcome(SmtpSender.send(account.smtp(), mail, mail.getMessageID()));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return unusable(to);
        }
    }

    static Outcome unusable(String to) {
        return new Outcome.Failed("“" + to + "” is not an address a mail can be sent to.");
    }

    private static Outcome outcome(SendResult result) {
        return switch (result) {
            case SendResult.Sent sent -> new Outcome.Sent();
            case SendResult.Failed failed -> new Outcome.Failed("The mail server refused the mail. Check the address.");
            case SendResult.Retry retry -> new Outcome.Failed(retry.reason());
            case SendResult.Unconfirmed unconfirmed -> new Outcome.Failed(unconfirmed.reason());
        };
    }

    private static InternetAddress address(String address, String name)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress parsed = new InternetAddress(address, true);
        parsed.validate();
        parsed.setPersonal(plain(name), StandardCharsets.UTF_8.name());
        return parsed;
    }

    private static String plain(String words) {
        return words.replaceAll(CONTROLS, " ").strip();
    }
}
