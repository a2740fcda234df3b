package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.OutboundMessage;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.channel.RecordingIntake;
import dev.loper.channel.RecordingReceipts;
import dev.loper.channel.SendResult;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes over the wire, and what is known of it afterwards.
class EmailOutTest {

    private ScriptedSmtp server;
    private EmailRig rig;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedSmtp();
        rig = new EmailRig(new RecordingIntake(), new RecordingDeadLetters(), new RecordingReceipts(), server.port());
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        server.close();
    }

    /// A small mail is written whole before a break in it is noticed, so even then nobody knows.
    @ParameterizedTest
    @CsvSource({"TAKE, Sent", "BREAK_AT_QUIT, Sent", "BUSY_AT_GREETING, Retry", "BUSY_AT_RECIPIENT, Retry",
            "BUSY_AFTER_DATA, Retry", "BREAK_IN_DATA, Unconfirmed", "REFUSE_RECIPIENT, Failed", "REFUSE_DATA, Failed",
            "BREAK_AFTER_DATA, Unconfirmed"})
    void everyEndOfAConversationHasItsMeaning(ScriptedSmtp.Script script, String outcome) {
        server.follow(script);

        assertThat(rig.port.send(answer("Hi", null, List.of())).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void aServerThatIsAwayMeansLater() throws Exception {
        server.close();

        assertThat(rig.port.send(answer("Hi", null, List.of()))).isInstanceOf(SendResult.Retry.class);
    }

    @Test
    void nothingTypedAddsAHeader() {
        String evil = "x\r\nBcc: eve@evil.test\r\n\r\nbody";
        OutboundMessage answer = new OutboundMessage(new EntryId("17-1\r\nX: y"), new AccountId("email-support"),
                new ConversationId("c"), new TopicId("t"), new ChannelAddress.Email("ada@example.org"), List.of(), evil,
                "Hi", null, null, List.of(), "id@x\r\nBcc: eve@evil.test", List.of("a@b>\r\nBcc: eve@evil.test"), evil,
                Instant.EPOCH);

        assertThat(rig.port.send(answer)).isInstanceOf(SendResult.Sent.class);

        String header = server.taken().getFirst().split("\r\n\r\n", 2)[0];
        assertThat(header.lines()).noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("X:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org, eve@evil.test", "ada@example.org\r\nRCPT TO:<eve@evil.test>", "ada", "@x",
            "group: a@b.test;", "<a@b.test> c@d.test"})
    void anAddressThatIsNotOneIsRefused(String address) {
        OutboundMessage answer = new OutboundMessage(new EntryId("e"), new AccountId("email-support"),
                new ConversationId("c"), new TopicId("t"), new ChannelAddress.Email(address), List.of(), "s", "Hi",
                null, null, List.of(), null, List.of(), "Lotte", Instant.EPOCH);

        assertThat(rig.port.send(answer)).isInstanceOf(SendResult.Failed.class);
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void textHtmlPictureAndFileGoTogether() {
        rig.blobs.kept.put("p", new byte[]{1});
        rig.blobs.kept.put("f", new byte[]{2});

        rig.port.send(answer("Hi", "<p>Hi <img src=\"cid:pic\"></p>",
                List.of(new Attachment("p", "p.png", "image/png", 1, "pic"),
                        new Attachment("f", "bön.pdf", "application/pdf", 1, null))));

        MimePart mail = MimeReader.read(server.taken().getFirst().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(mail.all().map(MimePart::type)).containsExactly("multipart/mixed", "multipart/alternative",
                "text/plain", "multipart/related", "text/html", "image/png", "application/pdf");
        MailContent read = MailBody.of(mail);
        assertThat(read.text()).isEqualTo("Hi");
        assertThat(read.files()).extracting(file -> file.part().fileName()).containsExactly("p.png", "bön.pdf");
    }

    @Test
    void aRepeatHasTheSameMessageId() {
        SendResult first = rig.port.send(answer("Hi", null, List.of()));

        assertThat(rig.port.send(answer("Hi", null, List.of()))).isEqualTo(first);
    }

    @Test
    void aMailOfAMachineSaysSo() {
        OutboundMessage answer = new OutboundMessage(new EntryId("e"), new AccountId("email-support"),
                new ConversationId("c"), new TopicId("t"), new ChannelAddress.Email("ada@example.org"), List.of(), "s",
                "Hi", null, null, List.of(), null, List.of(), "", Instant.EPOCH);

        rig.port.send(answer);

        assertThat(server.taken().getFirst()).contains("Auto-Submitted: auto-generated", "From: Brand <");
    }

    private static OutboundMessage answer(String text, @Nullable String html, List<Attachment> attachments) {
        return new OutboundMessage(new EntryId("17-1"), new AccountId("email-support"), new ConversationId("c"),
                new TopicId("t"), new ChannelAddress.Email("ada@example.org"), List.of(), "Order", text, html, null,
                attachments, null, List.of(), "Lotte", Instant.EPOCH);
    }
}
