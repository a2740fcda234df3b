package dev.loper.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TwilioSetUpTest extends TwilioWebTest {

    @Autowired
    private TwilioAccounts accounts;
    @Autowired
    private TwilioWarmUp warmUp;

    @Test
    void anAdministratorIsToldTheAddressThatMakesTwilioTryAgain() {
        TwilioAccount.SetUp setUp = Objects.requireNonNull(accounts.find(new AccountId("sms-main"))).setUp();
        assertThat(setUp.messageUrl()).isEqualTo(
                "https://support.example.com/hooks/twilio/sms-main/message#ct=2000&rt=7000&rc=5&rp=ct,rt,5xx");
        assertThat(setUp.fallbackUrl()).isEqualTo(setUp.messageUrl());
        assertThat(setUp.statusUrl()).startsWith("https://support.example.com/hooks/twilio/sms-main/status#");
        assertThat(setUp.steps()).allSatisfy(step -> assertThat(step).endsWith("."));
    }

    @Test
    void warmingUpAsksNobody() {
        warmUp.run();
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void settingsDoNotSpellOutTheToken() {
        TwilioSettings.Account account = new TwilioSettings.Account(ChannelKind.SMS, "Name", "loper",
                SID, "very-secret", "+31612345678", null,
                new TwilioSettings.Voice("en", Duration.ofSeconds(20), Duration.ofMinutes(3), false));
        assertThat(account.toString()).doesNotContain("very-secret");
    }
}
