package dev.loper.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioStandIn.Asked;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the message log brings that no webhook did.
class TwilioReconciliationTest extends TwilioWebTest {

    private static final String LOG = "/2010-04-01/Accounts/" + SID + "/Messages.json";

    @Autowired
    private TwilioAccounts accounts;
    @Autowired
    private TwilioMissed missed;
    @Autowired
    private TwilioStatuses statuses;

    @Test
    void aMessageNoWebhookBroughtIsTakenIn() {
        log(inbound("SM-missed-1", "11:50:00"));
        reconcile("sms-main");
        assertThat(intake.stored()).singleElement().satisfies(message -> {
            assertThat(message.providerId()).isEqualTo("SM-missed-1");
            assertThat(message.from().value()).isEqualTo("+31612345678");
            assertThat(message.text()).isEqualTo("Hallo?");
            assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-11-22T11:50:00Z"));
        });
    }

    @Test
    void aMessageItsWebhookBroughtIsNotHandedInAgain() {
        post("/hooks/twilio/sms-main/message", Map.of("MessageSid", "SM-seen", "From", "+31612345678", "To",
                "+3197010280001", "Body", "Hallo?"));
        log(inbound("SM-seen", "11:50:00"));
        reconcile("sms-main");
        assertThat(intake.calls()).isEqualTo(1);
    }

    @Test
    void aMessageOfThisMinuteIsLeftToItsWebhook() {
        log(inbound("SM-young", "11:59:30"));
        reconcile("sms-main");
        assertThat(intake.stored()).isEmpty();
    }

    @Test
    void theFirstLookGoesBackADayAndTheNextOverlapsIt() {
        log();
        TwilioReconciliation reconciliation = reconciliation();
        reconciliation.look(account("sms-main"));
        assertThat(since(0)).isEqualTo("2026-11-21T12:00:00");
        clock.advance(Duration.ofMinutes(5));
        reconciliation.look(account("sms-main"));
        assertThat(since(2)).isEqualTo("2026-11-22T11:45:00");
    }

    @Test
    void afterALookThatFailedTheNextGoesBackAsFar() {
        twilio.answer(asked -> Answer.status(503));
        TwilioReconciliation reconciliation = reconciliation();
        reconciliation.look(account("sms-main"));
        log();
        clock.advance(Duration.ofMinutes(5));
        reconciliation.look(account("sms-main"));
        assertThat(since(1)).isEqualTo("2026-11-21T12:05:00");
    }

    @Test
    void whileTheStoreIsAwayNothingIsSkipped() {
        log(inbound("SM-missed-2", "11:50:00"));
        intake.goAway();
        TwilioReconciliation reconciliation = reconciliation();
        reconciliation.look(account("sms-main"));
        intake.comeBack();
        reconciliation.look(account("sms-main"));
        assertThat(intake.stored()).extracting(ChannelMessage::providerId).containsExactly("SM-missed-2");
    }

    @Test
    void aReceiptNoWebhookBroughtIsRecorded() {
        receipts.know("SM7");
        log(outbound("SM7", "delivered"));
        reconcile("sms-main");
        assertThat(receipts.receipts()).singleElement().satisfies(receipt -> assertThat(receipt.state()).isEqualTo(
                Delivery.DELIVERED));
    }

    private void reconcile(String account) {
        reconciliation().look(account(account));
    }

    private TwilioReconciliation reconciliation() {
        return new TwilioReconciliation(accounts, missed, statuses, clock);
    }

    private TwilioAccount account(String id) {
        return Objects.requireNonNull(accounts.find(new AccountId(id)));
    }

    private String since(int question) {
        Asked asked = twilio.asked().get(question);
        assertThat(asked.path()).isEqualTo(LOG);
        return String.join(",", asked.query().getOrDefault("DateSent>", List.of()));
    }

    private void log(String... entries) {
        String all = String.join(",", entries);
        twilio.answer(asked -> Answer.json(200, "{\"messages\":[" + (asked.query().containsKey("To") == all.contains(
                "inbound") ? all : "") + "],\"page\":0,\"page_size\":500,\"uri\":\"" + LOG
                + "\",\"next_page_uri\":null}"));
    }

    private static String inbound(String sid, String time) {
        return "{\"sid\":\"" + sid
                + "\",\"status\":\"received\",\"direction\":\"inbound\",\"body\":\"Hallo?\",\"date_created\":\"Sun, 22 Nov 2026 "
                + time + " +0000\",\"from\":\"+31612345678\",\"to\":\"+3197010280001\",\"num_media\":\"0\"}";
    }

    private static String outbound(String sid, String status) {
        return "{\"sid\":\"" + sid + "\",\"status\":\"" + status
                + "\",\"direction\":\"outbound-api\",\"body\":\"Ja.\",\"date_created\":\"Sun, 22 Nov 2026 11:50:00 +0000\",\"from\":\"+3197010280001\",\"to\":\"+31612345678\"}";
    }
}
