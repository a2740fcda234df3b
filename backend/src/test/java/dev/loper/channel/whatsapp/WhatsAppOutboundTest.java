package dev.loper.channel.whatsapp;

import dev.loper.MovableClock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.OutboundMessage;
import dev.loper.channel.SendResult;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioWebTest;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class WhatsAppOutboundTest extends TwilioWebTest {

    @Autowired
    private WhatsAppOutbound outbound;

    @ParameterizedTest
    @CsvSource({"+31612345678,whatsapp:+31612345678", "+5531987654321,whatsapp:+553187654321",
            "NL.1502576394655843,whatsapp:NL.1502576394655843"})
    void anAnswerGoesToTheFormTheNetworkUses(String kept, String sentTo) {
        twilio.answer(asked -> Answer.json(201, "{\"sid\":\"SM7\",\"status\":\"queued\"}"));
        assertThat(outbound.send(to(new ChannelAddress.WhatsApp(kept), 0))).isInstanceOf(SendResult.Sent.class);
        assertThat(twilio.asked().getFirst().field("To")).isEqualTo(sentTo);
        assertThat(twilio.asked().getFirst().field("From")).isEqualTo("whatsapp:+3197010280002");
    }

    @Test
    void twoFilesInOneMessageAreRefused() {
        assertThat(outbound.send(to(new ChannelAddress.WhatsApp("+31612345678"), 2))).isInstanceOf(
                SendResult.Failed.class);
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThat(outbound.send(to(new ChannelAddress.Phone("+31612345678"), 0))).isInstanceOf(
                SendResult.Failed.class);
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void freeTextGoesOnlyInTheWindowOfADayAndNeverFirst() {
        assertThat(outbound.capabilities().replyWindow()).isEqualTo(Duration.ofHours(24));
        assertThat(outbound.capabilities().businessMayStart()).isFalse();
    }

    private static OutboundMessage to(ChannelAddress customer, int files) {
        List<Attachment> attachments = Collections.nCopies(files, new Attachment("blob", "a.png",
                "image/png", 1, null));
        return new OutboundMessage(new EntryId("e1"), new AccountId("whatsapp-main"), new ConversationId("c1"),
                new TopicId("t1"), customer, List.of(), null, "Ja, morgen.", null, null, attachments, null, List.of(),
                "Lotte", MovableClock.NOON);
    }
}
