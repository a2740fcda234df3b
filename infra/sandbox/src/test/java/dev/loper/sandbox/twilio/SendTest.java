package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.Stream;

import dev.loper.sandbox.Product;
import dev.loper.sandbox.SandboxTest;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SendTest extends SandboxTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(21604, new String[]{"From", SMS, "Body", "x"}),
                Arguments.of(21211, new String[]{"To", "0612345601", "From", SMS, "Body", "x"}),
                Arguments.of(21211, new String[]{"To", "+0612345601", "From", SMS, "Body", "x"}),
                Arguments.of(21211, new String[]{"To", "+316123456011234567", "From", SMS, "Body", "x"}),
                Arguments.of(21603, new String[]{"To", EVA, "Body", "x"}),
                Arguments.of(21212, new String[]{"To", EVA, "From", "Loper", "Body", "x"}),
                Arguments.of(21660, new String[]{"To", EVA, "From", "+31201234567", "Body", "x"}),
                Arguments.of(21661, new String[]{"To", EVA, "From", "+3197010280003", "Body", "x"}),
                Arguments.of(63007, new String[]{"To", "whatsapp:" + EVA, "From", "whatsapp:+31201234567", "Body",
                        "x"}),
                Arguments.of(21910, new String[]{"To", EVA, "From", WHATSAPP, "Body", "x"}),
                Arguments.of(21266, new String[]{"To", SMS, "From", SMS, "Body", "x"}),
                Arguments.of(21619, new String[]{"To", EVA, "From", SMS}),
                Arguments.of(21617, new String[]{"To", EVA, "From", SMS, "Body", "x".repeat(1601)}),
                Arguments.of(21620, new String[]{"To", EVA, "From", SMS, "MediaUrl", "file:///etc/passwd"}),
                Arguments.of(21609, new String[]{"To", EVA, "From", SMS, "Body", "x", "StatusCallback", "nowhere"}),
                Arguments.of(21701, new String[]{"To", EVA, "MessagingServiceSid", "MGnone", "Body", "x"}),
                Arguments.of(21655, new String[]{"To", "whatsapp:" + EVA, "From", WHATSAPP, "ContentSid", "HXno"}),
                Arguments.of(21656, new String[]{"To", "whatsapp:" + EVA, "From", WHATSAPP, "ContentSid",
                        "HX00000000000000000000000000000001", "ContentVariables", "not json"}));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aBadSendIsRefusedWithTwiliosCode(int code, String[] fields) {
        Answer answer = twilio("POST", "/Messages.json", fields);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = read(answer);
        assertThat(error.get("code").asInt()).isEqualTo(code);
        assertThat(error.get("status").asInt()).isEqualTo(400);
        assertThat(error.get("more_info").asString()).endsWith("/" + code);
        assertThat(error.get("message").asString()).isNotBlank();
    }

    @Test
    void aWrongPasswordIsRefused() {
        Answer answer = call("POST", API + "/Messages.json", "application/x-www-form-urlencoded",
                form("To", EVA, "From", SMS, "Body", "x"), "Authorization", "Basic bm86bm8=");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(read(answer).get("code").asInt()).isEqualTo(20003);
    }

    @Test
    void anotherAccountIsNotFound() {
        Answer answer = call("GET", "/2010-04-01/Accounts/AC1/Messages.json", null, null, "Authorization", basic());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(read(answer).get("code").asInt()).isEqualTo(20404);
    }

    @Test
    void anAcceptedMessageLooksLikeTwilios() {
        Answer answer = sendSms("Your rug is on its way.");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode message = read(answer);
        assertThat(message.get("sid").asString()).matches("SM[0-9a-f]{32}");
        assertThat(message.get("status").asString()).isEqualTo("queued");
        assertThat(message.get("direction").asString()).isEqualTo("outbound-api");
        assertThat(message.get("num_media").asString()).isEqualTo("0");
        assertThat(message.get("date_created").asString()).matches("\\w{3}, \\d{2} \\w{3} \\d{4} [\\d:]{8} \\+0000");
    }

    @Test
    void itsStatesArriveInOrderAndSigned() {
        sendSms("Your rug is on its way.");

        await().until(() -> product.states(news).size() == 3);
        assertThat(product.states(news)).containsExactly("queued", "sent", "delivered");
        for (Product.Heard heard : product.heard(news)) {
            assertThat(heard.signature()).isEqualTo(TwilioSignature.of(TOKEN, product.url() + news, heard.form()));
        }
    }

    @Test
    void thePhoneShowsWhatWasDelivered() {
        sendSms("Your rug is on its way.");

        await().until(() -> read(get("/api/phones/" + EVA + "/messages")).get("items").size() == 1);
        JsonNode shown = read(get("/api/phones/" + EVA + "/messages")).get("items").get(0);
        assertThat(shown.get("text").asString()).isEqualTo("Your rug is on its way.");
        assertThat(shown.get("direction").asString()).isEqualTo("in");
    }

    @Test
    void whoTextedStopIsNotReachedUntilStart() {
        post("/api/phones/" + EVA + "/messages?wait=true", "{\"channel\":\"sms\",\"text\":\"STOP\"}");
        assertThat(read(sendSms("Still there?")).get("code").asInt()).isEqualTo(21610);

        post("/api/phones/" + EVA + "/messages?wait=true", "{\"channel\":\"sms\",\"text\":\"START\"}");
        assertThat(sendSms("Welcome back").status()).isEqualTo(201);
    }

    @Test
    void theListFiltersAndPages() {
        sendSms("one");
        sendSms("two");
        twilio("POST", "/Messages.json", "To", "+31612345602", "From", SMS, "Body", "three");
        await().until(() -> read(twilio("GET", "/Messages.json?DateSent%3E=2020-01-01")).get("messages").size() == 3);

        JsonNode first = read(twilio("GET", "/Messages.json?To=" + encode(EVA) + "&PageSize=1"));
        assertThat(first.get("messages").get(0).get("body").asString()).isEqualTo("two");
        String next = first.get("next_page_uri").asString();
        JsonNode second = read(call("GET", next, null, null, "Authorization", basic()));
        assertThat(second.get("messages").get(0).get("body").asString()).isEqualTo("one");
        assertThat(second.get("next_page_uri").isNull()).isTrue();
        assertThat(read(twilio("GET", "/Messages.json?DateSent%3C=2020-01-01")).get("messages")).isEmpty();
    }

    @Test
    void oneMessageCanBeFetchedAndDeleted() {
        String sid = read(sendSms("x")).get("sid").asString();

        assertThat(read(twilio("GET", "/Messages/" + sid + ".json")).get("sid").asString()).isEqualTo(sid);
        assertThat(twilio("DELETE", "/Messages/" + sid + ".json").status()).isEqualTo(204);
        assertThat(read(twilio("GET", "/Messages/" + sid + ".json")).get("code").asInt()).isEqualTo(20404);
    }
}
