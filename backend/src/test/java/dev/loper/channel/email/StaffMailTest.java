package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.StaffMail;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.channel.RecordingIntake;
import dev.loper.channel.RecordingReceipts;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Mail to our own people, over a real mail server.
class StaffMailTest {

    @Test
    void itArrivesAsWrittenAndNoMachineAnswersIt() throws Exception {
        try (EmailRig rig = new EmailRig()) {
            StaffMail.Outcome outcome = mail(rig).send(EmailRig.ADA, "Ada", "Noor invites you", "Hello Ada, één link");

            MimeMessage got = rig.server.getReceivedMessages()[0];
            assertThat(outcome).isInstanceOf(StaffMail.Outcome.Sent.class);
            assertThat(got.getSubject()).isEqualTo("Noor invites you");
            assertThat(got.getContent().toString().strip()).isEqualTo("Hello Ada, één link");
            assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(got.getFrom()[0].toString()).isEqualTo("Brand <" + EmailRig.SALES + ">");
        }
    }

    @Test
    void aNameCannotAddAHeaderOrAnAddress() throws Exception {
        try (EmailRig rig = new EmailRig()) {
            mail(rig).send(EmailRig.ADA, "Ada\r\nBcc: eve@example.org", "Hi\r\nX-Evil: yes", "Hello");

            MimeMessage got = rig.server.getReceivedMessages()[0];
            assertThat(rig.server.getReceivedMessages()).hasSize(1);
            assertThat(got.getHeader("X-Evil")).isNull();
            assertThat(got.getHeader("Bcc")).isNull();
            assertThat(got.getAllRecipients()).hasSize(1);
        }
    }

    @Test
    void aServerThatRefusesIsToldInASentence() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp();
                EmailRig rig = new EmailRig(new RecordingIntake(), new RecordingDeadLetters(),
                        new RecordingReceipts(), server.port())) {
            server.follow(ScriptedSmtp.Script.REFUSE_RECIPIENT);

            assertThat(mail(rig).send(EmailRig.ADA, "Ada", "Hi", "Hello")).isEqualTo(new StaffMail.Outcome.Failed(
                    "The mail server refused the mail. Check the address."));
        }
    }

    @Test
    void withoutAMailboxThereIsNone() {
        assertThat(new EmailStaffMail(new EmailSettings(Map.of()), new PlainMail(Clock.systemUTC())).send(
                "ada@example.org", "Ada",
                "Hi", "Hello")).isInstanceOf(StaffMail.Outcome.NoMailbox.class);
    }

    private static EmailStaffMail mail(EmailRig rig) {
        return new EmailStaffMail(rig.settings, new PlainMail(Clock.systemUTC()));
    }
}
