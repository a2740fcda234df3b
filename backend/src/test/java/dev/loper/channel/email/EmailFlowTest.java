package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.SendResult;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The way of a mail through a real server: SMTP, IMAP IDLE, the flow, and back.
class EmailFlowTest {

    private final EmailRig rig = new EmailRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aMailArrivesAndItsAnswerIsThreaded() throws Exception {
        rig.started();
        rig.smtp(EmailRig.SUPPORT, "From: Ada <ada@example.org>", "To: support@loper.test", "Subject: Order 12",
                "Message-ID: <first@example.org>", "", "Where is it?");
        EmailRig.await(() -> rig.intake.stored().size() == 1);
        ChannelMessage question = rig.intake.stored().getFirst();

        SendResult sent = rig.port.send(new OutboundMessage(new EntryId("17-1"), question.account(),
                new ConversationId("c1"), new TopicId("00112233445566778899"), question.from(), List.of(),
                question.subject(), "On its way.", null,
                "On 22 Nov 2026 10:00, Ada <ada@example.org> wrote:\n> " + question.text(), List.of(),
                question.providerId(), List.of(),
                "Lotte", Instant.parse("2026-11-22T10:00:00Z")));

        assertThat(sent).isInstanceOf(SendResult.Sent.class);
        String ourId = ((SendResult.Sent) sent).providerId();
        MimeMessage answer = receivedBy(EmailRig.ADA);
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<first@example.org>");
        assertThat(answer.getHeader("References")).containsExactly("<first@example.org>");
        assertThat(answer.getSubject()).isEqualTo("Re: Order 12");
        assertThat(answer.getMessageID()).isEqualTo("<" + ourId + ">");
        assertThat(answer.getFrom()[0]).hasToString("Lotte at Brand <support@loper.test>");
        MailContent read = MailBody.of(MimeReader.read(GreenMailUtil.getWholeMessage(answer).getBytes(UTF_8)));
        assertThat(read.text()).isEqualTo("On its way.");
        assertThat(read.quote()).isEqualTo(
                "On 22 Nov 2026 10:00, Ada <ada@example.org> wrote:\n> Where is it?");

        rig.smtp(EmailRig.SUPPORT, "From: Ada <ada@example.org>", "To: " + answer.getReplyTo()[0],
                "Subject: Re: Order 12", "Message-ID: <second@example.org>", "In-Reply-To: <" + ourId + ">", "",
                "Thanks!");
        EmailRig.await(() -> rig.intake.stored().size() == 2);
        ChannelMessage thanks = rig.intake.stored().getLast();
        assertThat(thanks.hints().replyTopic()).isEqualTo(new TopicId("00112233445566778899"));
        assertThat(thanks.hints().references()).containsExactly(ourId);
    }

    @Test
    void mailFromBeforeTheStartIsTaken() throws Exception {
        rig.smtp(EmailRig.SUPPORT, "From: ada@example.org", "", "Before");

        rig.started();

        EmailRig.await(() -> rig.intake.stored().size() == 1);
    }

    @Test
    void mailComesInOrderAlthoughTheStoreIsAwayForAWhile() throws Exception {
        rig.started();
        rig.intake.goAway();
        for (int i = 1; i <= 30; i++) {
            rig.smtp(EmailRig.SUPPORT, "From: ada@example.org", "Message-ID: <" + i + "@example.org>", "", "" + i);
        }
        EmailRig.await(() -> rig.intake.refusals() >= 3);
        assertThat(rig.unseen(EmailRig.SUPPORT)).isEqualTo(30);

        rig.intake.comeBack();

        EmailRig.await(() -> rig.intake.stored().size() == 30);
        assertThat(rig.intake.stored()).extracting(ChannelMessage::text).containsExactlyElementsOf(
                java.util.stream.IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList());
        EmailRig.await(() -> unseen() == 0);
        assertThat(rig.intake.calls()).isEqualTo(30);
    }

    @Test
    void poisonIsBuriedAndTheMailboxGoesOn() throws Exception {
        rig.started();
        rig.put(EmailRig.SUPPORT, EmailRig.mail("Subject: from nobody", "", "x"));
        rig.put(EmailRig.SUPPORT, EmailRig.mail("From: ada@example.org", "", "x".repeat(3_000_000)));
        rig.put(EmailRig.SUPPORT, EmailRig.mail("From: ada@example.org",
                "Content-Type: multipart/mixed; boundary=b", "", "--b\r\n\r\nx\r\n".repeat(600) + "--b--"));
        rig.put(EmailRig.SUPPORT, EmailRig.mail("From: ada@example.org", "Message-ID: <ok@x>", "", "fine"));

        EmailRig.await(() -> rig.intake.stored().size() == 1);

        assertThat(rig.intake.stored().getFirst().text()).isEqualTo("fine");
        assertThat(rig.deadLetters.kept()).hasSize(3);
        assertThat(rig.deadLetters.kept().get(1).raw().length).isGreaterThan(3_000_000);
        EmailRig.await(() -> unseen() == 0);
    }

    @Test
    void twoMailboxesAreReadSideBySide() throws Exception {
        rig.started();
        rig.smtp(EmailRig.SALES, "From: ada@example.org", "Message-ID: <a@x>", "", "sales");
        rig.smtp(EmailRig.SUPPORT, "From: ada@example.org", "Message-ID: <b@x>", "", "support");

        EmailRig.await(() -> rig.intake.stored().size() == 2);

        assertThat(rig.intake.stored()).extracting(
                message -> message.account().value() + " " + message.text()).containsExactlyInAnyOrder(
                        "email-sales sales", "email-support support");
    }

    @Test
    void aMailSentToOurselvesGoesRoundOnce() throws Exception {
        rig.started();

        SendResult sent = rig.port.send(new OutboundMessage(new EntryId("17-1"), rig.port.accounts().getFirst().id(),
                new ConversationId("c1"), new TopicId("t1"), new ChannelAddress.Email(EmailRig.SUPPORT), List.of(), "x",
                "Round", null, null, List.of(), null, List.of(), "Lotte", Instant.EPOCH));
        assertThat(sent).isInstanceOf(SendResult.Sent.class);
        rig.smtp(EmailRig.SUPPORT, "From: ada@example.org", "", "after");

        EmailRig.await(() -> rig.intake.stored().size() == 1);
        assertThat(rig.intake.stored().getFirst().text()).isEqualTo("after");
        assertThat(rig.deadLetters.kept()).isEmpty();
        EmailRig.await(() -> unseen() == 0);
    }

    @Test
    void aMailboxLeasedToAnotherNodeIsLeftAlone() throws Exception {
        rig.leased = false;
        rig.started();
        rig.smtp(EmailRig.SUPPORT, "From: ada@example.org", "", "not ours");

        org.awaitility.Awaitility.await().during(java.time.Duration.ofMillis(700)).until(
                () -> rig.intake.stored().isEmpty() && unseen() == 1);
    }

    @Test
    void anOutageOfTheMailServerIsSurvived() throws Exception {
        rig.started();
        rig.smtp(EmailRig.SUPPORT, "From: ada@example.org", "Message-ID: <a@x>", "", "before");
        EmailRig.await(() -> rig.intake.stored().size() == 1);

        int port = rig.server.getImap().getPort();
        rig.server.getImap().stopService();
        com.icegreen.greenmail.util.ServerSetup again = new com.icegreen.greenmail.util.ServerSetup(port, "127.0.0.1",
                com.icegreen.greenmail.util.ServerSetup.PROTOCOL_IMAP);
        com.icegreen.greenmail.imap.ImapServer restarted = new com.icegreen.greenmail.imap.ImapServer(again,
                rig.server.getManagers());
        restarted.startService();
        assertThat(restarted.waitTillRunning(5_000)).isTrue();
        rig.smtp(EmailRig.SUPPORT, "From: ada@example.org", "Message-ID: <b@x>", "", "after");

        EmailRig.await(() -> rig.intake.stored().size() == 2);
        restarted.stopService();
    }

    private long unseen() {
        try {
            return rig.unseen(EmailRig.SUPPORT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage receivedBy(String address) throws Exception {
        for (MimeMessage message : rig.server.getReceivedMessages()) {
            if (message.getRecipients(Message.RecipientType.TO)[0].toString().contains(address)) {
                return message;
            }
        }
        throw new AssertionError("nothing for " + address + ": " + GreenMailUtil.toString(
                rig.server.getReceivedMessages()[0]));
    }
}
