package dev.loper.channel.sms;

import dev.loper.MovableClock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.OutboundMessage;
import dev.loper.channel.SendResult;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioStandIn.Asked;
import dev.loper.channel.twilio.TwilioWebTest;
import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The way of an answer, to a stand-in of Twilio's API over a real socket.
class SmsOutboundTest extends TwilioWebTest {

    private static final String MESSAGES = "/2010-04-01/Accounts/" + SID + "/Messages.json";
    private static final Answer TAKEN = Answer.json(201, "{\"sid\":\"SM7\",\"status\":\"queued\"}");

    @Autowired
    private SmsOutbound outbound;

    @Test
    void anAnswerGoesToTwilioSignedInWithItsStatusAddress() {
        twilio.answer(asked -> TAKEN);
        assertThat(outbound.send(to("+31612345678"))).isEqualTo(new SendResult.Sent("SM7", Delivery.SENT));
        Asked asked = only();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo(MESSAGES);
        assertThat(asked.field("To")).isEqualTo("+31612345678");
        assertThat(asked.field("From")).isEqualTo("+3197010280001");
        assertThat(asked.field("Body")).isEqualTo("Morgen, tussen 9 en 12. 👍");
        assertThat(asked.field("StatusCallback")).isEqualTo(PUBLIC
                + "/hooks/twilio/sms-main/status#ct=2000&rt=7000&rc=5&rp=ct,rt,5xx");
        assertThat(asked.authorization()).isEqualTo(
                "Basic " + Base64.getEncoder().encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whenTwilioCannotNowItIsTriedLaterAndOnlyAskedOnce(int status) {
        twilio.answer(asked -> Answer.status(status).with("Retry-After", "7"));
        assertThat(outbound.send(to("+31612345678"))).isInstanceOfSatisfying(SendResult.Retry.class,
                retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(twilio.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void whenAGatewayLostTheAnswerItIsUnconfirmedAndOnlyAskedOnce(int status) {
        twilio.answer(asked -> Answer.status(status));
        assertThat(outbound.send(to("+31612345678"))).isInstanceOf(SendResult.Unconfirmed.class);
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void aLineThatBreaksAfterTheRequestIsUnconfirmedAndOnlyAskedOnce() {
        twilio.answer(asked -> null);
        assertThat(outbound.send(to("+31612345678"))).isInstanceOf(SendResult.Unconfirmed.class);
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void anAnswerThatIsNotJsonIsUnconfirmed() {
        twilio.answer(asked -> Answer.json(201, "<html>"));
        assertThat(outbound.send(to("+31612345678"))).isInstanceOf(SendResult.Unconfirmed.class);
    }

    @ParameterizedTest
    @CsvSource({"21610,STOP", "21211,not a number", "99999,error 99999"})
    void aRefusalFailsWithASentenceThatSaysWhatToDo(int code, String words) {
        twilio.answer(asked -> Answer.json(400, "{\"code\":" + code + ",\"message\":\"no\",\"status\":400}"));
        assertThat(outbound.send(to("+31612345678"))).isInstanceOfSatisfying(SendResult.Failed.class,
                failed -> assertThat(failed.reason()).contains(words).endsWith("."));
    }

    @Test
    void anAccountThatIsNoLongerThereFails() {
        assertThat(outbound.send(message("nobody", "+31612345678", List.of()))).isInstanceOf(SendResult.Failed.class);
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void aNameIsNotSentTo() {
        assertThat(outbound.send(to("POSTNL"))).isInstanceOf(SendResult.Failed.class);
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void aFileIsFetchedByTwilioUnderASignedAddress() throws IOException {
        twilio.answer(asked -> TAKEN);
        outbound.send(message("sms-main", "+31612345678", List.of(file())));
        String address = only().field("MediaUrl");
        assertThat(address).startsWith(PUBLIC + "/media/");
        var answer = get(address.substring(PUBLIC.length()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a picture");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                value -> assertThat(value).startsWith("inline").contains("label.png"));
    }

    @Test
    void anAddressEndsAfterAnHour() throws IOException {
        twilio.answer(asked -> TAKEN);
        outbound.send(message("sms-main", "+31612345678", List.of(file())));
        String path = only().field("MediaUrl").substring(PUBLIC.length());
        clock.advance(Duration.ofMinutes(60));
        assertThat(get(path).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anAlteredAddressOpensNothing() throws IOException {
        twilio.answer(asked -> TAKEN);
        outbound.send(message("sms-main", "+31612345678", List.of(file())));
        String token = only().field("MediaUrl").substring((PUBLIC + "/media/").length());
        String content = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        String altered = Base64.getUrlEncoder().withoutPadding().encodeToString(content.replace("image/png",
                "text/html").getBytes(StandardCharsets.UTF_8)) + "." + token.split("\\.")[1];
        assertThat(get("/media/" + altered).statusCode()).isEqualTo(404);
        assertThat(get("/media/" + token.split("\\.")[0]).statusCode()).isEqualTo(404);
        assertThat(get("/media/" + token.split("\\.")[0] + ".").statusCode()).isEqualTo(404);
        assertThat(get("/media/!.!").statusCode()).isEqualTo(404);
    }

    @Test
    void anAttemptInTwiliosLogIsSettledAsSent() {
        log(entry("SM8", "delivered", "outbound-api", "Morgen, tussen 9 en 12. 👍", "Sun, 22 Nov 2026 11:59:30 +0000"));
        assertThat(settled(to("+31612345678"))).isEqualTo(new SendResult.Sent("SM8", Delivery.DELIVERED));
        assertThat(only().query()).containsEntry("To", List.of("+31612345678"));
    }

    @Test
    void anAttemptThatFailedInTwiliosLogIsSettledAsFailed() {
        log(entry("SM8", "undelivered", "outbound-api", "Morgen, tussen 9 en 12. 👍",
                "Sun, 22 Nov 2026 11:59:30 +0000"));
        assertThat(settled(to("+31612345678"))).isInstanceOf(SendResult.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"outbound-api,Something else", "inbound,'Morgen, tussen 9 en 12. 👍'"})
    void anotherMessageInTheLogIsNotTheAttempt(String direction, String body) {
        log(entry("SM8", "sent", direction, body, "Sun, 22 Nov 2026 11:59:30 +0000"));
        assertThat(settled(to("+31612345678"))).isInstanceOf(SendResult.Unconfirmed.class);
    }

    @Test
    void theSameWordsLongBeforeAreNotTheAttempt() {
        log(entry("SM8", "sent", "outbound-api", "Morgen, tussen 9 en 12. 👍", "Sat, 21 Nov 2026 09:00:00 +0000"));
        assertThat(settled(to("+31612345678"))).isInstanceOfSatisfying(SendResult.Unconfirmed.class,
                unconfirmed -> assertThat(unconfirmed.reason()).contains("yet"));
    }

    @Test
    void theSameWordsJustBeforeLeaveItUnconfirmed() {
        log(entry("SM8", "sent", "outbound-api", "Morgen, tussen 9 en 12. 👍", "Sun, 22 Nov 2026 11:58:50 +0000"));
        assertThat(settled(to("+31612345678"))).isInstanceOfSatisfying(SendResult.Unconfirmed.class,
                unconfirmed -> assertThat(unconfirmed.reason()).contains("just before"));
    }

    @Test
    void anAttemptThatIsNotInTheLogAMinuteLaterWasNotSent() {
        log();
        OutboundMessage message = to("+31612345678");
        clock.advance(Duration.ofSeconds(59));
        assertThat(settled(message)).isInstanceOf(SendResult.Unconfirmed.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(settled(message)).isInstanceOf(SendResult.Retry.class);
    }

    @Test
    void anAttemptOfAProcessThatDiedCountsFromItsMarkAndNotFromTheFirstLook() {
        log();
        clock.advance(Duration.ofMinutes(2));
        assertThat(settled(to("+31612345678"))).isInstanceOf(SendResult.Retry.class);
    }

    @Test
    void aLogThatCannotBeReadLeavesItUnconfirmed() {
        twilio.answer(asked -> Answer.status(503));
        assertThat(settled(to("+31612345678"))).isInstanceOf(SendResult.Unconfirmed.class);
    }

    /// What became of an attempt that was marked at noon.
    private SendResult settled(OutboundMessage message) {
        return outbound.settle(message, MovableClock.NOON);
    }

    private void log(String... entries) {
        twilio.answer(asked -> Answer.json(200, "{\"messages\":[" + String.join(",", entries)
                + "],\"page\":0,\"page_size\":100,\"uri\":\"" + MESSAGES + "\",\"first_page_uri\":\"" + MESSAGES
                + "\",\"next_page_uri\":null,\"previous_page_uri\":null,\"start\":0,\"end\":0}"));
    }

    private static String entry(String sid, String status, String direction, String body, String created) {
        return "{\"sid\":\"%s\",\"status\":\"%s\",\"direction\":\"%s\",\"body\":\"%s\",\"date_created\":\"%s\",\"from\":\"+3197010280001\",\"to\":\"+31612345678\"}".formatted(
                sid, status, direction, body, created);
    }

    private Asked only() {
        assertThat(twilio.asked()).hasSize(1);
        return twilio.asked().getFirst();
    }

    private Attachment file() throws IOException {
        var stored = blobs.put(new ByteArrayInputStream("a picture".getBytes(StandardCharsets.UTF_8)), 100);
        return new Attachment(stored.id(), "label.png", "image/png", stored.size(), null);
    }

    private static OutboundMessage to(String number) {
        return message("sms-main", number, List.of());
    }

    private static OutboundMessage message(String account, String number, List<Attachment> files) {
        @Nullable
        String none = null;
        return new OutboundMessage(new EntryId(UUID.randomUUID().toString()), new AccountId(account),
                new ConversationId("c1"), new TopicId("t1"), new ChannelAddress.Phone(number), List.of(), none,
                "Morgen, tussen 9 en 12. 👍", none, none, files, none, List.of(), "Lotte",
                MovableClock.NOON.minusSeconds(60));
    }
}
