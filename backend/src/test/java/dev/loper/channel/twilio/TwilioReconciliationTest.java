package dev.loper.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioStandIn.Asked;
import dev.loper.feed.Cursor;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Delivery;
import dev.loper.redis.RedisServer;
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

    private final RedisServer.Fresh fresh = RedisServer.fresh();

    @Autowired
    private TwilioAccounts accounts;
    @Autowired
    private List<TwilioInbound> inbound;
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
    void afterAWeekendWithoutLoperTheFirstLookGoesBackToTheLastOne() {
        log();
        reconcile("sms-main");
        clock.advance(Duration.ofHours(62));
        log(inbound("SM-friday", "12:30:00"));
        reconciliation().look(account("sms-main"));
        assertThat(since(2)).isEqualTo("2026-11-22T11:45:00");
        assertThat(intake.stored()).extracting(ChannelMessage::providerId).containsExactly("SM-friday");
    }

    @Test
    void noLookGoesBackFartherThanRepeatsAreRecognised() {
        log();
        reconcile("sms-main");
        clock.advance(Duration.ofDays(60));
        reconcile("sms-main");
        assertThat(since(2)).isEqualTo("2026-12-23T12:00:00");
    }

    @Test
    void eachAccountHasItsOwnMark() {
        log();
        reconcile("sms-main");
        clock.advance(Duration.ofMinutes(5));
        reconcile("sms-other");
        assertThat(twilio.asked().get(2).query().get("DateSent>")).containsExactly("2026-11-21T12:05:00");
    }

    @Test
    void whatWasMissedIsTakenInInTheOrderItWasSent() {
        log(inbound("SM-3", "11:50:00"), inbound("SM-2", "11:49:00"), inbound("SM-1", "11:48:00"));
        reconcile("sms-main");
        assertThat(intake.stored()).extracting(ChannelMessage::providerId).containsExactly("SM-1", "SM-2", "SM-3");
    }

    @Test
    void aNumberThatIsCalledIsNotLookedAtThoughTextsComeToItToo() {
        log(inbound("SM-text", "11:50:00"));
        reconciliation().begin();
        await().until(() -> looks() == 3);
        assertThat(twilio.asked()).noneSatisfy(asked -> assertThat(asked.query().values()).contains(
                List.of("+3197010280003")));
        assertThat(deadLetters.kept()).isEmpty();
    }

    @Test
    void anUnreadableMessageHasOneIdWhoeverBringsIt() {
        post("/hooks/twilio/sms-main/message", Map.of("MessageSid", "SM-odd", "From", "@@@", "To", "+3197010280001",
                "Body", "Hallo?", "SmsStatus", "received"));
        log(inbound("SM-odd", "11:50:00").replace("+31612345678", "@@@"));
        TwilioMissed otherNode = new TwilioMissed(new TwilioReceiver(inbound, ports, new HandledMessages()));
        new TwilioReconciliation(accounts, otherNode, statuses, marks(), clock).look(account("sms-main"));
        assertThat(deadLetters.kept()).hasSize(2).allSatisfy(
                letter -> assertThat(letter.providerId()).isEqualTo("SM-odd"));
    }

    @Test
    void anUnreadableMessageOfTheLogKeepsWhenItWasSent() {
        log(inbound("SM-odd", "11:50:00").replace("+31612345678", "@@@"));
        reconcile("sms-main");
        assertThat(deadLetters.kept()).singleElement().satisfies(letter -> assertThat(TwilioReceiver.sent(
                letter.headers())).hasValue(Instant.parse("2026-11-22T11:50:00Z")));
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
    void whenTheStoreIsBackTheLogIsReadAtOnceAndWhenNoWebhookCanComeAnyMore() {
        log();
        TwilioReconciliation reconciliation = reconciliation();
        reconciliation.restarted(new Cursor("first", 1));
        reconciliation.beginAnother();
        assertThat(twilio.asked()).isEmpty();

        reconciliation.returned();
        await().until(() -> looks() == 3);

        reconciliation.beginAnother();
        clock.advance(Duration.ofSeconds(75));
        await().until(() -> {
            reconciliation.beginAnother();
            return looks() == 6;
        });
        reconciliation.beginAnother();
        assertThat(looks()).isEqualTo(6);
    }

    @Test
    void aReceiptNoWebhookBroughtIsRecorded() {
        receipts.know("SM7");
        log(outbound("SM7", "delivered"));
        reconcile("sms-main");
        assertThat(receipts.receipts()).singleElement().satisfies(receipt -> assertThat(receipt.state()).isEqualTo(
                Delivery.DELIVERED));
    }

    /// How many accounts were looked at, to the end.
    private long looks() {
        return twilio.asked().stream().filter(asked -> asked.query().containsKey("From")).count();
    }

    private void reconcile(String account) {
        reconciliation().look(account(account));
    }

    private TwilioReconciliation reconciliation() {
        return new TwilioReconciliation(accounts, missed, statuses, marks(), clock);
    }

    private RedisLogMarks marks() {
        return new RedisLogMarks(fresh.store(), fresh.keys());
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
