package dev.loper.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.channel.twilio.UnreadableWebhookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsNumbersTest {

    @ParameterizedTest
    @CsvSource({"+31612345678,+31612345678", "+31 6 1234-5678,+31612345678", "+31(0)612345678,+31612345678",
            "+390612345678,+390612345678"})
    void aNumberIsKeptInE164(String written, String kept) {
        assertThat(SmsNumbers.read(written).value()).isEqualTo(kept);
    }

    @Test
    void aNameCannotBeAnswered() {
        assertThat(SmsNumbers.canBeAnswered(SmsNumbers.read("PostNL"))).isFalse();
        assertThat(SmsNumbers.canBeAnswered(SmsNumbers.read("12345"))).isTrue();
        assertThat(SmsNumbers.canBeAnswered(SmsNumbers.read("+31612345678"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "+abc", "a name that is too long", "whatsapp:+31612345678", "a\nb"})
    void anythingElseIsUnreadable(String from) {
        assertThatThrownBy(() -> SmsNumbers.read(from)).isInstanceOf(UnreadableWebhookException.class);
    }
}
