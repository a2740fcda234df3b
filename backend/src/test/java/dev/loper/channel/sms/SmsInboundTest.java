package dev.loper.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.Intake;
import dev.loper.channel.twilio.TwilioWebTest;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The way of a text message, from Twilio's webhook to the intake.
class SmsInboundTest extends TwilioWebTest {

    private static final String PATH = "/hooks/twilio/sms-main/message";

    @Autowired
    private DeadLetters.Replay smsReplay;

    @Test
    void aMessageIsHandedInWithWhoWroteWhat() {
        post(PATH, sms());
        ChannelMessage message = only();
        assertThat(message.account().value()).isEqualTo("sms-main");
        assertThat(message.channel()).isEqualTo(ChannelKind.SMS);
        assertThat(message.providerId()).isEqualTo("SM1");
        assertThat(message.from()).isEqualTo(new ChannelAddress.Phone("+31612345678"));
        assertThat(message.level()).isEqualTo(Level.OBSERVED);
        assertThat(message.to()).containsExactly("+3197010280001");
        assertThat(message.text()).isEqualTo("Waar blijft mijn pakje? 😀\n+ = &");
        assertThat(message.automatic()).isFalse();
    }

    @Test
    void itIsAnsweredWithEmptyTwiml() {
        var answer = post(PATH, sms());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
    }

    @Test
    void aRedeliveredMessageIsAnsweredTheSameAndKeptOnce() {
        var first = post(PATH, sms());
        var second = post(PATH, sms());
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(intake.stored()).hasSize(1);
    }

    @Test
    void whileTheStoreIsAwayTwilioIsAskedToComeAgain() {
        intake.goAway();
        var answer = post(PATH, sms());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
    }

    @Test
    void aStoreThatRestartsIsWaitedForSoThatTwilioNeedNotCome() {
        intake.stumble(3);
        assertThat(post(PATH, sms()).statusCode()).isEqualTo(200);
        assertThat(intake.stored()).hasSize(1);
    }

    @Test
    void stopIsAMessageLikeAnyOther() {
        post(PATH, sms("Body", "STOP"));
        assertThat(only().text()).isEqualTo("STOP");
    }

    @Test
    void aMessageFromAShortCodeIsAutomatic() {
        post(PATH, sms("From", "12345"));
        assertThat(only().from()).isEqualTo(new ChannelAddress.Phone("12345"));
        assertThat(only().automatic()).isTrue();
    }

    @Test
    void aMessageFromANameIsAutomatic() {
        post(PATH, sms("From", "PostNL"));
        assertThat(only().from()).isEqualTo(new ChannelAddress.Phone("POSTNL"));
        assertThat(only().automatic()).isTrue();
    }

    @Test
    void aSignedMessageThatCannotBeReadBecomesADeadLetter() {
        var answer = post(PATH, sms("From", "<script>alert(1)</script>"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(intake.stored()).isEmpty();
        assertThat(deadLetters.kept()).singleElement().satisfies(letter -> {
            assertThat(letter.account().value()).isEqualTo("sms-main");
            assertThat(letter.channel()).isEqualTo(ChannelKind.SMS);
            assertThat(new String(letter.raw(), StandardCharsets.UTF_8)).contains("MessageSid=SM1");
            assertThat(letter.reason()).contains("is not a sender");
        });
    }

    @Test
    void aMessageThatMakesUsStumbleIsNotLost() {
        ports.listen(message -> {
            throw new IllegalStateException("A mistake of ours");
        }, receipts, deadLetters);
        assertThat(post(PATH, sms()).statusCode()).isEqualTo(200);
        assertThat(deadLetters.kept()).singleElement().satisfies(letter -> assertThat(letter.reason()).contains(
                "failed to read"));
    }

    @Test
    void aDeadLetterCanBeTakenInAgain() {
        post(PATH, without("MessageSid"));
        var letter = deadLetters.kept().getFirst();
        byte[] mended = (new String(letter.raw(), StandardCharsets.UTF_8) + "&MessageSid=SM9").getBytes(
                StandardCharsets.UTF_8);
        Instant came = Instant.parse("2026-11-20T12:00:00Z");
        Intake.Receipt receipt = smsReplay.replay(letter.account(), came, mended, letter.headers());
        assertThat(receipt.repeat()).isFalse();
        assertThat(only().providerId()).isEqualTo("SM9");
        assertThat(only().sentAt()).isEqualTo(came);
    }

    private ChannelMessage only() {
        assertThat(intake.stored()).hasSize(1);
        return intake.stored().getFirst();
    }

    private static Map<String, String> sms() {
        return Map.of("MessageSid", "SM1", "AccountSid", SID, "From", "+31612345678", "To", "+3197010280001", "Body",
                "Waar blijft mijn pakje? 😀\n+ = &", "NumMedia", "0", "FromCountry", "NL", "SmsStatus", "received");
    }

    private static Map<String, String> sms(String name, String value) {
        Map<String, String> form = new HashMap<>(sms());
        form.put(name, value);
        return form;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> form = new HashMap<>(sms());
        form.remove(name);
        return form;
    }
}
