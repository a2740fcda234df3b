package dev.loper.channel.email;

import dev.loper.access.StaffMail;
import dev.loper.channel.SendResult;
import dev.loper.organisation.QuestionMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/// Mail to our own people, from the first mailbox by id. Nothing in a name can add a header or an address.
final class EmailStaffMail implements StaffMail, QuestionMail {

    private static final String CONTROLS = "[\\p{Cc}\\u2028\\u2029]+";

    private final EmailSettings settings;
    private final Clock clock;

    EmailStaffMail(EmailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Outcome send(String to, String name, String subject, String text) {
        return first().<Outcome>map(account -> send(account, new MimeMessage(SmtpSender.session(account.smtp())), to,
                name, subject, text)).orElseGet(Outcome.NoMailbox::new);
    }

    /// Its answer comes back by its Message-ID, and where the server knows plus-addresses also by where it goes to.
    @Override
    public Outcome ask(Question question) {
        return first().<Outcome>map(account -> ask(account, question)).orElseGet(Outcome.NoMailbox::new);
    }

    private Outcome ask(EmailSettings.Account account, Question question) {
        try {
            MimeMessage mail = QuestionMarks.mail(account, question);
            return send(account, mail, question.to(), question.name(), question.subject(), question.text());
        } catch (MessagingException e) {
            return unusable(question.to());
        }
    }

    private Optional<EmailSettings.Account> first() {
        return settings.accounts().entrySet().stream().min(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
    }

    private static Outcome unusable(String to) {
        return new Outcome.Failed("“" + to + "” is not an address a mail can be sent to.");
    }

    private Outcome send(EmailSettings.Account account, MimeMessage mail, String to, String name, String subject,
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
