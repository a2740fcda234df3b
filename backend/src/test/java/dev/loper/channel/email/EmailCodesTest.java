package dev.loper.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.ChannelAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// One-time codes by mail, over a real mail server.
class EmailCodesTest {

    private static final ChannelAddress.Email ADA = new ChannelAddress.Email(EmailRig.ADA);

    @Test
    void aCodeLeavesFromAMailboxOfTheBrandItIsFor() throws Exception {
        assertThat(from("Garden", Map.of("a", "Lamps", "b", "", "c", "Garden"))).isEqualTo("Garden");
    }

    @Test
    void orFromOneThatSpeaksForAll() throws Exception {
        assertThat(from("Garden", Map.of("a", "Lamps", "b", ""))).isEqualTo("b");
    }

    @Test
    void butFromNoOthers() throws Exception {
        assertThat(from("Garden", Map.of("a", "Lamps"))).isEqualTo("nobody");
    }

    @Test
    void aSiteThatSpeaksForAllTakesTheFirst() throws Exception {
        assertThat(from("", Map.of("b", "Garden", "a", "Lamps"))).isEqualTo("Lamps");
    }

    /// @param mailboxes their brands by id, which is also their name
    /// @return as whom a code was mailed; `nobody` if none was
    private static String from(String brand, Map<String, String> mailboxes) throws Exception {
        try (EmailRig rig = new EmailRig()) {
            EmailSettings.Account any = rig.settings.accounts().values().iterator().next();
            Map<String, EmailSettings.Account> accounts = new TreeMap<>();
            mailboxes.forEach((id, served) -> accounts.put(id, new EmailSettings.Account(id, EmailRig.SUPPORT, served,
                    any.imap(), any.smtp(), any.authservId(), any.maxSize(), any.replyTokens())));
            boolean sent = new EmailCodes(new EmailSettings(accounts), new PlainMail(Clock.systemUTC())).send(ADA,
                    "123456 is your code", "123456", brand);
            MimeMessage[] got = rig.server.getReceivedMessages();
            assertThat(got).hasSize(sent ? 1 : 0);
            return sent ? got[0].getFrom()[0].toString().replaceAll(" <.*", "") : "nobody";
        }
    }
}
