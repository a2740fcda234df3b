package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.sandbox.Product;
import dev.loper.sandbox.SandboxTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallTest extends SandboxTest {

    private static final String HOOK = "/hooks/twilio/voice-main/voice";
    private static final String STATUS = "/hooks/twilio/voice-main/status";
    private static final String CALLS = "/api/phones/" + EVA + "/calls";
    private static final String LOTTE = "+31612340001";
    private static final String VOICE = "+3197010280003";

    @Test
    void aCallIsAskedAboutWithASignedWebhookAndItsEndIsTold() {
        product.willSay("<Response><Say>Hello</Say><Hangup/></Response>");
        String sid = dial();

        await().until(() -> product.heard(STATUS).size() == 1);
        Product.Heard asked = product.heard(HOOK).getFirst();
        assertThat(asked.form()).containsEntry("CallSid", sid).containsEntry("From", EVA).containsEntry("CallStatus",
                "ringing").containsEntry("Direction", "inbound");
        assertThat(asked.signature()).isEqualTo(TwilioSignature.of(TOKEN, product.url() + HOOK, asked.form()));
        assertThat(product.heard(STATUS).getFirst().form()).containsEntry("CallStatus", "completed").containsKey(
                "CallDuration");
        assertThat(heard(sid)).containsExactly("Hello");
    }

    @Test
    void keysThatArePressedGoToTheActionAndWithoutAnyTheCallGoesOn() {
        product.willSay("<Response><Gather numDigits=\"6\" timeout=\"40\" action=\"" + product.url() + HOOK
                + "\"><Say>Code?</Say></Gather></Response>",
                "<Response><Gather timeout=\"1\"/><Redirect>" + product.url()
                        + HOOK + "?step=on</Redirect></Response>",
                "<Response><Say>Bye</Say></Response>");
        String sid = dial();
        await().until(() -> heard(sid).contains("Code?"));
        press(sid, "482");
        press(sid, "193");

        await().until(() -> heard(sid).contains("Bye"));
        assertThat(product.heard(HOOK).get(1).form()).containsEntry("Digits", "482193").containsEntry("CallStatus",
                "in-progress");
        assertThat(product.heard(HOOK + "?step=on")).hasSize(1);
    }

    @Test
    void aColleagueWhoPicksUpIsToldOfAndTheLengthWithTheEnd() {
        product.willSay(dialTwiml());
        String sid = dial();
        await().until(() -> LOTTE.equals(look(sid).get("rings").asString("")));
        post(CALLS + "/" + sid + "/pick-up", "");
        await().until(() -> look(sid).get("talking").asBoolean());
        post(CALLS + "/" + sid + "/hang-up", "");

        await().until(() -> product.heard(HOOK + "?person=lotte").size() == 2);
        List<Product.Heard> told = product.heard(HOOK + "?person=lotte");
        assertThat(told.get(0).form()).containsEntry("ParentCallSid", sid).containsEntry("CallStatus", "in-progress");
        assertThat(told.get(1).form()).containsEntry("CallSid", sid).containsEntry("DialCallStatus",
                "completed").containsEntry("CallStatus", "completed").containsKey("DialCallDuration");
    }

    @Test
    void aColleagueWhoDoesNotPickUpIsNoAnswer() {
        product.willSay(dialTwiml(), "<Response><Say>Nobody</Say></Response>");
        String sid = dial();
        await().until(() -> LOTTE.equals(look(sid).get("rings").asString("")));
        post(CALLS + "/" + sid + "/ignore", "");

        await().until(() -> heard(sid).contains("Nobody"));
        assertThat(product.heard(HOOK + "?person=lotte").getFirst().form()).containsEntry("DialCallStatus",
                "no-answer");
    }

    @Test
    void aMessageIsARecordingThatCanBeFetched() {
        product.willSay("<Response><Record timeout=\"40\" action=\"" + product.url() + HOOK
                + "\" recordingStatusCallback=\"" + product.url() + HOOK + "?ready\"/></Response>",
                "<Response><Say>Thanks</Say></Response>");
        String sid = dial();
        await().until(() -> look(sid).get("recording").asBoolean());
        post(CALLS + "/" + sid + "/message", "{\"seconds\":12}");

        await().until(() -> product.heard(HOOK + "?ready").size() == 1);
        var form = product.heard(HOOK + "?ready").getFirst().form();
        assertThat(form).containsEntry("RecordingStatus", "completed").containsEntry("RecordingDuration", "12");
        String path = String.valueOf(form.get("RecordingUrl")).replace("https://api.twilio.com", "");
        assertThat(call("GET", path + ".mp3", null, null, "Authorization", basic()).status()).isEqualTo(200);
        assertThat(get(path + ".mp3").status()).isEqualTo(401);
    }

    @Test
    void whatTwilioWouldNotFollowIsAnApplicationError() {
        product.willSay("<Response><Shout>Hello</Shout></Response>");
        String sid = dial();

        await().until(() -> !look(sid).get("ended").isNull());
        assertThat(heard(sid)).singleElement().asString().contains("application error");
    }

    @Test
    void onlyANumberForCallsCanBeCalled() {
        assertThat(post(CALLS, "{\"to\":\"" + SMS + "\"}").status()).isEqualTo(422);
    }

    @Test
    void aPhoneThatTheProductHasRungIsToldWhatToDoOncePickedUpAndTheOtherOneRings() {
        String next = product.url() + HOOK + "?call=placed-1";
        product.willSay("<Response><Gather numDigits=\"1\" timeout=\"40\" action=\"" + next
                + "\"><Say>Press a key</Say></Gather></Response>",
                "<Response><Dial timeout=\"40\" action=\"" + next + "\"><Number>" + EVA
                        + "</Number></Dial></Response>");
        String sid = place(LOTTE, next);
        String lottes = "/api/phones/" + LOTTE + "/calls";
        await().until(() -> LOTTE.equals(lookAt(lottes, sid).get("rings").asString("")));
        assertThat(product.heard(HOOK + "?call=placed-1")).isEmpty();
        post(lottes + "/" + sid + "/pick-up", "");
        post(lottes + "/" + sid + "/digits", "{\"digits\":\"1\"}");
        await().until(() -> read(get(CALLS)).get("items").valueStream().anyMatch(
                call -> EVA.equals(call.get("rings").asString(""))));
        post(CALLS + "/" + sid + "/pick-up", "");
        await().until(() -> lookAt(lottes, sid).get("talking").asBoolean());
        post(lottes + "/" + sid + "/hang-up", "");

        await().until(() -> product.heard(HOOK + "?call=placed-1").size() == 4);
        List<Product.Heard> told = product.heard(HOOK + "?call=placed-1");
        assertThat(told.get(0).form()).containsEntry("Direction", "outbound-api").containsEntry("To", LOTTE);
        assertThat(told.get(1).form()).containsEntry("Digits", "1");
        assertThat(told.get(2).form()).containsEntry("DialCallStatus", "completed");
        assertThat(told.get(3).form()).containsEntry("CallStatus", "completed").containsKey("CallDuration");
    }

    @Test
    void aPhoneThatIsNotPickedUpIsNoAnswerAndNothingIsAsked() {
        String next = product.url() + HOOK + "?call=placed-2";
        String sid = place(LOTTE, next);
        await().until(() -> LOTTE.equals(lookAt("/api/phones/" + LOTTE + "/calls", sid).get("rings").asString("")));
        post("/api/phones/" + LOTTE + "/calls/" + sid + "/ignore", "");

        await().until(() -> product.heard(HOOK + "?call=placed-2").size() == 1);
        assertThat(product.heard(HOOK + "?call=placed-2").getFirst().form()).containsEntry("CallStatus", "no-answer");
    }

    @Test
    void onlyANumberOfOursForCallsCanRingAPhone() {
        assertThat(placing(LOTTE, SMS, product.url() + HOOK).status()).isEqualTo(400);
        assertThat(placing("12", VOICE, product.url() + HOOK).status()).isEqualTo(400);
    }

    private String place(String phone, String url) {
        Answer answer = placing(phone, VOICE, url);
        assertThat(answer.status()).isEqualTo(201);
        return read(answer).get("sid").asString();
    }

    private Answer placing(String phone, String from, String url) {
        return twilio("POST", "/Calls.json", "To", phone, "From", from, "Url", url, "StatusCallback", url, "Timeout",
                "40");
    }

    private JsonNode lookAt(String calls, String sid) {
        return read(get(calls)).get("items").valueStream().filter(
                call -> call.get("sid").asString().equals(sid)).findFirst().orElseThrow();
    }

    private String dialTwiml() {
        String next = product.url() + HOOK + "?person=lotte";
        return "<Response><Dial timeout=\"40\" action=\"" + next + "\"><Number statusCallback=\"" + next
                + "\" statusCallbackEvent=\"answered\">" + LOTTE + "</Number></Dial></Response>";
    }

    private String dial() {
        return read(post(CALLS, "{}")).get("sid").asString();
    }

    private void press(String sid, String digits) {
        post(CALLS + "/" + sid + "/digits", "{\"digits\":\"" + digits + "\"}");
    }

    private JsonNode look(String sid) {
        return read(get(CALLS)).get("items").valueStream().filter(
                call -> call.get("sid").asString().equals(sid)).findFirst().orElseThrow();
    }

    private List<String> heard(String sid) {
        return look(sid).get("lines").valueStream().filter(line -> line.get("who").asString().equals("voice")).map(
                line -> line.get("text").asString()).toList();
    }
}
