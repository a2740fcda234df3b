package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A mailbox whose server does not give out one of its mails.
class MailboxTest {

    private static final AccountId SUPPORT = new AccountId("email-support");

    private final EmailRig rig = new EmailRig();
    private final Pace pace = new Pace(Duration.ZERO, Duration.ZERO);
    private final Mailbox mailbox = new Mailbox(SUPPORT, rig.emailIntake, rig.deadLetters, MailboxLease.ALWAYS, pace);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aMailTheServerDoesNotGiveOutIsTriedForAWhileAndThenStopsNobody() throws Exception {
        Withheld withheld = new Withheld(7);
        MimeMessage next = mail(8, "Message-ID: <next@x>", "", "Is anybody there?");
        for (int attempt = 0; attempt < StuckMail.TRIES; attempt++) {
            turn(withheld, next);
            assertThat(withheld.isSet(Flags.Flag.SEEN)).isFalse();
            assertThat(rig.intake.stored()).isEmpty();
        }

        turn(withheld, next);

        assertThat(withheld.isSet(Flags.Flag.SEEN)).isTrue();
        assertThat(rig.deadLetters.kept()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).contains("[SERVERBUG]").contains("mark it as unread");
            assertThat(new String(letter.raw(), StandardCharsets.UTF_8)).contains("Subject: Withheld");
            assertThatThrownBy(() -> new EmailReplay(rig.emailIntake).replay(SUPPORT, Instant.EPOCH, letter.raw(),
                    letter.headers())).isInstanceOf(UnreadableMessageException.class);
        });
        assertThat(rig.intake.stored()).singleElement().satisfies(stored -> assertThat(stored.text()).isEqualTo(
                "Is anybody there?"));
    }

    @Test
    void aMailThatIsGivenOutAfterAllIsTaken() throws Exception {
        for (int attempt = 1; attempt < StuckMail.TRIES; attempt++) {
            turn(new Withheld(7));
        }
        turn(mail(7, "Message-ID: <late@x>", "", "Here I am."));
        for (int attempt = 1; attempt < StuckMail.TRIES; attempt++) {
            turn(new Withheld(8));
        }
        assertThat(rig.intake.stored()).hasSize(1);
        assertThat(rig.deadLetters.kept()).isEmpty();
    }

    /// The mails of one look into the mailbox.
    private void turn(MimeMessage... mails) {
        pace.await();
        for (MimeMessage mail : mails) {
            mailbox.take(mail);
        }
    }

    private static MimeMessage mail(int number, String... lines) throws Exception {
        return new Numbered(number, "From: ada@example.org\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    private static class Numbered extends MimeMessage {

        Numbered(int number, String raw) throws Exception {
            super(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(
                    StandardCharsets.UTF_8)));
            setMessageNumber(number);
        }
    }

    /// One whose FETCH always fails.
    private static final class Withheld extends Numbered {

        Withheld(int number) throws Exception {
            super(number, "From: ada@example.org\r\nSubject: Withheld\r\n\r\nx\r\n");
        }

        @Override
        public void writeTo(OutputStream into) throws IOException {
            throw new IOException("A12 NO [SERVERBUG] it cannot be read");
        }
    }
}
