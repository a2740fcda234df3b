package dev.loper.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioWebTest;
import dev.loper.message.ChannelAddress.Phone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// One-time codes by text message, to a stand-in of Twilio's API over a real socket.
class SmsCodesTest extends TwilioWebTest {

    @Autowired
    private SmsCodes codes;

    @Test
    void aCodeGoesOutOnceAndNobodyIsToldWhatBecameOfIt() {
        twilio.answer(asked -> Answer.json(201, "{\"sid\":\"SM7\",\"status\":\"queued\"}"));
        assertThat(codes.send(new Phone("+31612345678"), "123456 is your code", "Lumen")).isTrue();
        assertThat(twilio.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.field("To")).isEqualTo("+31612345678");
            assertThat(asked.field("Body")).isEqualTo("123456 is your code");
            assertThat(asked.field("StatusCallback")).isEmpty();
        });
    }

    /// A number far away, one that costs extra, a landline, no number at all.
    @ParameterizedTest
    @ValueSource(strings = {"+9607712345", "+31900123456", "+31201234567", "12345", "POSTNL"})
    void nothingGoesWhereItWouldCostUsMoreOrReachNobody(String number) {
        assertThat(codes.send(new Phone(number), "123456 is your code", "Lumen")).isFalse();
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void aCodeOfOneBrandGoesFromNoNumberOfAnother() {
        twilio.answer(asked -> Answer.json(201, "{\"sid\":\"SM7\",\"status\":\"queued\"}"));
        for (String brand : List.of("Lumen", "Outlet")) {
            assertThat(codes.send(new Phone("+31612345678"), "123456 is your code", brand)).isTrue();
        }
        assertThat(twilio.asked()).extracting(asked -> asked.field("From")).containsExactly("+3197010280001",
                "+3197010280009");
    }

    @Test
    void whatTwilioRefusesIsNotSent() {
        twilio.answer(asked -> Answer.status(500));
        assertThat(codes.send(new Phone("+31612345678"), "123456 is your code", "Lumen")).isFalse();
    }
}
