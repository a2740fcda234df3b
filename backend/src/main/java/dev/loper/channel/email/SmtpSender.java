package dev.loper.channel.email;

import dev.loper.channel.SendResult;
import dev.loper.message.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a mail once and says what is known of it afterwards.
///
/// Until the final dot nothing was sent, whatever happens. After it, an answer of the server decides; without an answer
/// nobody knows.
final class SmtpSender {

    private static final Logger log = LoggerFactory.getLogger(SmtpSender.class);
    private static final Duration WRONG_PASSWORD_PAUSE = Duration.ofMinutes(5);

    private SmtpSender() {}

    static Session session(EmailSettings.Smtp smtp) {
        return Session.getInstance(MailConnections.smtp(smtp));
    }

    static SendResult send(EmailSettings.Smtp smtp, MimeMessage mail, String messageId) {
        MarkingTransport transport = new MarkingTransport(session(smtp));
        try (transport) {
            boolean anonymous = smtp.user().isEmpty();
            transport.connect(smtp.host(), smtp.port(), anonymous ? null : smtp.user(),
                    anonymous ? null : smtp.password());
            transport.sendMessage(mail, mail.getAllRecipients());
            return new SendResult.Sent(messageId, Delivery.SENT);
        } catch (AuthenticationFailedException e) {
            return new SendResult.Retry("The mail server does not accept the user name and password of this account.",
                    WRONG_PASSWORD_PAUSE);
        } catch (MessagingException e) {
            return transport.taken ? new SendResult.Sent(messageId, Delivery.SENT) : failure(e, transport.handedOver);
        }
    }

    private static SendResult failure(MessagingException e, boolean handedOver) {
        log.warn("A mail was not sent, or nobody knows.", e);
        Optional<Answer> answer = answer(e);
        if (answer.isPresent()) {
            return answer.get().result();
        }
        return handedOver
                ? new SendResult.Unconfirmed("The line broke before the mail server said whether it took the mail.")
                : new SendResult.Retry("The mail server cannot be reached.", null);
    }

    /// What the server said, the final word of it about a recipient before that about the whole.
    private static Optional<Answer> answer(MessagingException e) {
        return Stream.<Exception>iterate(e, next -> next instanceof MessagingException,
                next -> ((MessagingException) next).getNextException()).flatMap(failure -> switch (failure) {
                    case SMTPAddressFailedException address -> Stream.of(new Answer(address.getReturnCode(),
                            String.valueOf(address.getMessage())));
                    case SMTPSenderFailedException sender -> Stream.of(new Answer(sender.getReturnCode(),
                            String.valueOf(sender.getMessage())));
                    case SMTPSendFailedException send ->
                        Stream.of(new Answer(send.getReturnCode(), String.valueOf(send.getMessage())));
                    default -> Stream.empty();
                }).filter(said -> said.code() >= 400).reduce((first, last) -> last);
    }

    /// A negative reply of RFC 5321: 4xx may work later, 5xx will not.
    private record Answer(int code, String words) {

        SendResult result() {
            return code >= 500
                    ? new SendResult.Failed(SmtpReasons.failed("", words))
                    : new SendResult.Retry("The mail server asks to try later (" + code + ").", null);
        }
    }

    /// Remembers how far the handover got.
    private static final class MarkingTransport extends SMTPTransport {

        private boolean handedOver;
        private boolean taken;

        MarkingTransport(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            handedOver = true;
            super.finishData();
            taken = true;
        }
    }
}
