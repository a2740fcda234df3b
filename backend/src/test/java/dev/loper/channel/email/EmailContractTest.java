package dev.loper.channel.email;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelContractTest;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.message.ChannelAddress;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Email keeps the contract of all channels, with a real mail server before it and a scripted one behind it.
class EmailContractTest extends ChannelContractTest {

    private ScriptedSmtp outgoing;
    private EmailRig rig;

    @BeforeEach
    void start() throws Exception {
        outgoing = new ScriptedSmtp();
        rig = new EmailRig(intake, deadLetters, receipts, outgoing.port()).started();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
        outgoing.close();
    }

    @Override
    protected OutboundPort port() {
        return rig.port;
    }

    @Override
    protected ChannelAccount account() {
        return rig.port.accounts().stream().filter(
                account -> account.id().value().equals("email-support")).findFirst().orElseThrow();
    }

    @Override
    protected ChannelAddress customer() {
        return new ChannelAddress.Email(EmailRig.ADA);
    }

    @Override
    protected boolean deliver(String key, String text) throws Exception {
        return acknowledged(EmailRig.mail("From: Ada <ada@example.org>", "To: support@loper.test",
                "Subject: Order", "Date: Sun, 22 Nov 2026 10:00:00 +0000", "Message-ID: <" + key + "@example.org>",
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
                text));
    }

    @Override
    protected boolean deliverUnreadable() throws Exception {
        return acknowledged(EmailRig.mail("Subject: From nobody", "Content-Type: text/plain; charset=utf-8", "", TEXT));
    }

    private boolean acknowledged(byte[] raw) throws Exception {
        int refusals = intake.refusals();
        long unseen = rig.unseen(EmailRig.SUPPORT);
        rig.put(EmailRig.SUPPORT, raw);
        int deadRefusals = deadLetters.refusals();
        EmailRig.await(() -> seen(unseen) || intake.refusals() > refusals || deadLetters.refusals() > deadRefusals);
        return seen(unseen);
    }

    private boolean seen(long before) {
        try {
            return rig.unseen(EmailRig.SUPPORT) <= Math.min(before, 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected DeadLetters.Replay replay() {
        return new EmailReplay(rig.emailIntake);
    }

    @Override
    protected byte[] mended(RecordingDeadLetters.Kept deadLetter) {
        return ("From: ada@example.org\r\n" + new String(deadLetter.raw(), StandardCharsets.UTF_8)).getBytes(
                StandardCharsets.UTF_8);
    }

    @Override
    protected void provider(Provider behaviour) {
        outgoing.follow(switch (behaviour) {
            case TAKES -> ScriptedSmtp.Script.TAKE;
            case BUSY -> ScriptedSmtp.Script.BUSY_AT_RECIPIENT;
            case REFUSES -> ScriptedSmtp.Script.REFUSE_RECIPIENT;
            case BREAKS_OFF -> ScriptedSmtp.Script.BREAK_AFTER_DATA;
        });
    }

    @Override
    protected List<String> arrived() throws Exception {
        List<String> texts = new ArrayList<>();
        for (String raw : outgoing.taken()) {
            texts.add(String.valueOf(new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))).getContent()));
        }
        return texts;
    }
}
