package dev.loper.channel.email;

import dev.loper.access.StaffMail;
import dev.loper.organisation.QuestionMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Optional;

/// Mail to our own people, from the first mailbox by id.
final class EmailStaffMail implements StaffMail, QuestionMail {

    private final EmailSettings settings;
    private final PlainMail mail;

    EmailStaffMail(EmailSettings settings, PlainMail mail) {
        this.settings = settings;
        this.mail = mail;
    }

    @Override
    public Outcome send(String to, String name, String subject, String text) {
        return first().map(account -> mail.send(account, to, name, subject, text)).orElseGet(Outcome.NoMailbox::new);
    }

    /// Its answer comes back by its Message-ID, and where the server knows plus-addresses also by where it goes to.
    @Override
    public Outcome ask(Question question) {
        return first().map(account -> ask(account, question)).orElseGet(Outcome.NoMailbox::new);
    }

    private Outcome ask(EmailSettings.Account account, Question question) {
        try {
            MimeMessage marked = QuestionMarks.mail(account, question);
            return mail.send(account, marked, question.to(), question.name(), question.subject(), question.text());
        } catch (MessagingException e) {
            return PlainMail.unusable(question.to());
        }
    }

    private Optional<EmailSettings.Account> first() {
        return settings.accounts().entrySet().stream().min(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
    }
}
