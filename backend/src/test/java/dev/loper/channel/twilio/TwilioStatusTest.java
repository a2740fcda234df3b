package dev.loper.channel.twilio;

import dev.loper.MovableClock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.DeliveryReceipts.DeliveryReceipt;
import dev.loper.message.AccountId;
import dev.loper.message.Delivery;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a status webhook.
class TwilioStatusTest extends TwilioWebTest {

    private static final String PATH = "/hooks/twilio/whatsapp-main/status";

    @BeforeEach
    void weSentOne() {
        receipts.know("SM7");
    }

    @ParameterizedTest
    @CsvSource({"sent,SENT", "delivered,DELIVERED", "read,READ"})
    void aStatusIsRecorded(String status, Delivery state) {
        assertThat(post(PATH, status("SM7", status)).statusCode()).isEqualTo(200);
        assertThat(receipts.receipts()).containsExactly(new DeliveryReceipt(new AccountId("whatsapp-main"), "SM7",
                state, MovableClock.NOON, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "sending", "accepted", "scheduled", "something-new", ""})
    void whatIsStillWithTwilioIsNotRecorded(String status) {
        assertThat(post(PATH, status("SM7", status)).statusCode()).isEqualTo(200);
        assertThat(receipts.receipts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30003,off or out of reach", "30005,does not exist", "30006,landline", "30007,spam",
            "63016,24 hours", "63024,WhatsApp", "21610,STOP", "77777,error 77777", "'',did not say why"})
    void aFailureSaysWhatToDo(String code, String words) {
        Map<String, String> form = status("SM7", "undelivered");
        form.put("ErrorCode", code);
        post(PATH, form);
        assertThat(receipts.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.state()).isEqualTo(Delivery.FAILED);
            assertThat(receipt.reason()).contains(words).endsWith(".");
        });
    }

    @Test
    void aStatusThatComesBeforeOurOwnNoteIsNotLost() {
        receipts.knowOnlyAfter(3);
        assertThat(post(PATH, status("SM7", "delivered")).statusCode()).isEqualTo(200);
        assertThat(receipts.receipts()).hasSize(1);
    }

    @Test
    void aStatusOfAMessageWeDoNotKnowIsAnsweredAllTheSame() {
        assertThat(post(PATH, status("SM-other", "delivered")).statusCode()).isEqualTo(200);
        assertThat(receipts.receipts()).isEmpty();
    }

    @Test
    void aStatusWithoutASignatureIsRefused() {
        assertThat(world.post(PATH, TwilioWorld.encode(status("SM7", "failed")), "AAAA").statusCode()).isEqualTo(403);
        assertThat(receipts.receipts()).isEmpty();
    }

    private static Map<String, String> status(String sid, String status) {
        return new HashMap<>(Map.of("MessageSid", sid, "MessageStatus", status, "AccountSid", SID, "To",
                "whatsapp:+31612345678", "From", "whatsapp:+3197010280002"));
    }
}
