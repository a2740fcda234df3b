package dev.loper.channel.email;

import dev.loper.organisation.QuestionMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How an answer to a mail to a colleague is known: by the Message-ID `ask-1.mark@host` it refers to, or by the address
/// `name+q.mark@host` it was sent to.
final class QuestionMarks {

    private static final Pattern MESSAGE_ID = Pattern.compile("ask-[0-9]{1,6}\\.([0-9a-f]{26})@[^@\\s]+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,60}\\+q\\.([0-9a-f]{26})@[^@\\s]+");
    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_PEOPLE = 100;

    private QuestionMarks() {}

    /// An empty mail that carries a question's mark.
    static MimeMessage mail(EmailSettings.Account account, QuestionMail.Question question) throws MessagingException {
        String id = "<ask-" + question.turn() + "." + question.mark() + "@" + account.domain() + ">";
        MimeMessage mail = new MarkedMail(SmtpSender.session(account.smtp()), id);
        String address = account.address();
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at) + "+q." + question.mark();
        if (account.replyTokens() && local.length() <= MAX_LOCAL_PART) {
            mail.setReplyTo(new InternetAddress[]{new InternetAddress(local + address.substring(at))});
        }
        return mail;
    }

    /// The mark a mail carries, if it carries one.
    static Optional<String> of(MimePart mail) {
        MailHeaders headers = mail.headers();
        Stream<Optional<String>> addressed = Stream.of("to", "cc", "delivered-to", "x-original-to",
                "envelope-to").flatMap(field -> headers.all(field).stream()).flatMap(
                        value -> MailFields.mailboxes(value).stream()).limit(MAX_PEOPLE).map(
                                mailbox -> mark(ADDRESS, mailbox.getAddress()));
        Stream<Optional<String>> referred = Stream.of("in-reply-to", "references").flatMap(
                field -> headers.first(field).stream()).flatMap(
                        value -> MailFields.messageIds(value).stream()).limit(MAX_PEOPLE).map(
                                id -> mark(MESSAGE_ID, id));
        return Stream.concat(addressed, referred).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> mark(Pattern form, String text) {
        Matcher matcher = form.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// A mail whose Message-ID is ours to choose.
    private static final class MarkedMail extends MimeMessage {

        private final String id;

        MarkedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
