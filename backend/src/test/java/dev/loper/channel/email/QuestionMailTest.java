package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.StaffMail;
import dev.loper.message.AccountId;
import dev.loper.organisation.QuestionMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A question to a colleague by mail, and their answer, over a real mail server.
class QuestionMailTest {

    private static final String MARK = "0123456789abcdef0123456789";
    private static final AccountId SUPPORT = new AccountId("email-support");

    private EmailRig rig;

    @BeforeEach
    void start() {
        rig = new EmailRig();
        rig.mark = MARK;
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aQuestionSaysHowItsAnswerIsKnown() throws Exception {
        StaffMail.Outcome outcome = new EmailStaffMail(rig.settings, new PlainMail(Clock.systemUTC())).ask(
                new QuestionMail.Question(EmailRig.ADA, "Karel", "Lotte asks: where is it?", "Where is it?", MARK, 1));

        MimeMessage got = rig.server.getReceivedMessages()[0];
        assertThat(outcome).isInstanceOf(StaffMail.Outcome.Sent.class);
        assertThat(got.getMessageID()).isEqualTo("<ask-1." + MARK + "@loper.test>");
        assertThat(got.getReplyTo()[0].toString()).contains("+q." + MARK + "@loper.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"In-Reply-To: <ask-1." + MARK + "@loper.test>",
            "References: <other@x.org> <ask-12." + MARK + "@loper.test>",
            "To: Support <support+q." + MARK + "@loper.test>",
            "To: SUPPORT+Q." + MARK + "@LOPER.TEST"})
    void anAnswerByMailIsKnownAndNeverMakesACustomer(String how) {
        Taken taken = rig.emailIntake.take(SUPPORT, EmailRig.mail("From: karel@example.org",
                "Message-ID: <a@example.org>", how, "",
                "At number 12.\r\n\r\nOn Monday Lotte wrote:\r\n> Where is it?"));

        assertThat(taken).isEqualTo(new Taken.Answered(MARK));
        assertThat(rig.answers).singleElement().satisfies(answer -> {
            assertThat(answer.from()).isEqualTo("karel@example.org");
            assertThat(answer.text().strip()).isEqualTo("At number 12.");
            assertThat(answer.automatic()).isFalse();
        });
        assertThat(rig.intake.stored()).isEmpty();
    }

    @Test
    void anAutomaticReplyIsKnownAsOne() {
        rig.emailIntake.take(SUPPORT, EmailRig.mail("From: karel@example.org", "Auto-Submitted: auto-replied",
                "In-Reply-To: <ask-1." + MARK + "@loper.test>", "", "I am on holiday."));

        assertThat(rig.answers).singleElement().satisfies(answer -> assertThat(answer.automatic()).isTrue());
    }

    @Test
    void aMarkNobodyMadeIsAnOrdinaryMail() {
        rig.mark = "";
        Taken taken = rig.emailIntake.take(SUPPORT, EmailRig.mail("From: eve@example.org",
                "In-Reply-To: <ask-1.aaaaaaaaaaaaaaaaaaaaaaaaaa@loper.test>", "", "Let me in."));

        assertThat(taken).isInstanceOf(Taken.Stored.class);
        assertThat(rig.answers).isEmpty();
    }
}
