package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import dev.loper.message.TopicId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mail from people who work here never becomes a customer's.
class ColleagueMailTest {

    private static final AccountId SUPPORT = new AccountId("email-support");
    private static final TopicId TOPIC = new TopicId("00112233445566778899");
    private static final String VOUCHED = "Authentication-Results: mx.loper.test; dmarc=pass header.from=loper.test";

    private EmailRig rig;

    @BeforeEach
    void start() {
        rig = new EmailRig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void anAnswerToAConversationIsTheirNoteInIt() {
        Taken taken = take(VOUCHED, "To: " + rig.ours.replyAddress(EmailRig.SUPPORT, TOPIC));
        assertThat(taken).isInstanceOf(Taken.Noted.class);
        assertThat(rig.intake.stored()).isEmpty();
        assertThat(rig.colleagues.notes).singleElement().satisfies(note -> {
            assertThat(note.by()).isEqualTo("lotte");
            assertThat(note.topic()).isEqualTo(TOPIC);
            assertThat(note.text()).isEqualTo("I know her.");
        });
    }

    @Test
    void theSameMailTwiceIsOneNoteAndLeavesNoSecondCopyOfItsFiles() {
        String[] mail = {VOUCHED, "To: " + rig.ours.replyAddress(EmailRig.SUPPORT, TOPIC),
                "Content-Type: multipart/mixed; boundary=b"};
        List<String> body = List.of("", "--b", "", "I know her.", "--b",
                "Content-Disposition: attachment; filename=a.txt", "", "file", "--b--");
        take(body, mail);
        take(body, mail);
        assertThat(rig.colleagues.notes).singleElement().satisfies(
                note -> assertThat(note.attachments()).hasSize(1));
        assertThat(rig.blobs.kept).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-None: 1", "Authentication-Results: mx.loper.test; dmarc=fail",
            "Authentication-Results: mx.evil.test; dmarc=pass", "Authentication-Results: mx.loper.test; spf=pass",
            "Authentication-Results: mx.loper.test; dmarc=pass\r\nAuthentication-Results: mx.loper.test; dmarc=fail",
            "Authentication-Results: mx.loper.test; dmarc=none\r\nAuthentication-Results: mx.loper.test; dmarc=pass",
            "Authentication-Results: mx.loper.test; spf=pass\r\nReceived: by mx.loper.test\r\nAuthentication-Results: mx.loper.test; dmarc=pass",
            "Authentication-Results: mx.loper.test; dmarc=pass\r\nFrom: Ada <ada@example.org>"})
    void nobodyPutsWordsIntoTheirMouth(String header) {
        aside("did not confirm", header, "To: " + rig.ours.replyAddress(EmailRig.SUPPORT, TOPIC));
    }

    @Test
    void aMailThatAnswersNothingIsSetAside() {
        aside("answers no conversation", VOUCHED, "To: support@loper.test");
    }

    @Test
    void aVacationNoticeOfTheirsAnswersNobody() {
        aside("A machine wrote it", VOUCHED, "To: " + rig.ours.replyAddress(EmailRig.SUPPORT, TOPIC),
                "Auto-Submitted: auto-replied");
    }

    @Test
    void whatTheyMayNotSeeTheyCannotWriteTo() {
        rig.colleagues.hidden = TOPIC;
        assertThatThrownBy(() -> take(VOUCHED, "To: " + rig.ours.replyAddress(EmailRig.SUPPORT,
                TOPIC))).isInstanceOf(UnreadableMessageException.class);
        assertThat(rig.colleagues.notes).isEmpty();
        assertThat(rig.intake.stored()).isEmpty();
    }

    private void aside(String why, String... headers) {
        assertThatThrownBy(() -> take(headers)).isInstanceOf(UnreadableMessageException.class).hasMessageContaining(
                "Lotte Jansen, who works here").hasMessageContaining(why);
        assertThat(rig.colleagues.notes).isEmpty();
        assertThat(rig.intake.stored()).isEmpty();
    }

    private Taken take(String... headers) {
        return take(List.of("", "I know her."), headers);
    }

    private Taken take(List<String> body, String... headers) {
        List<String> lines = new ArrayList<>(List.of("From: Lotte <" + NotingInsiders.LOTTE + ">"));
        lines.addAll(List.of(headers));
        lines.addAll(body);
        return rig.emailIntake.take(SUPPORT, EmailRig.mail(lines.toArray(String[]::new)));
    }
}
