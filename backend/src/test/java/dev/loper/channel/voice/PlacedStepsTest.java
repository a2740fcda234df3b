package dev.loper.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.Calls;
import dev.loper.channel.Calls.Outgoing;
import dev.loper.channel.PlacedCalls;
import dev.loper.channel.PlacedCalls.Result;
import dev.loper.channel.RecordingCalls;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioWebTest;
import dev.loper.channel.twilio.TwilioWorld;
import dev.loper.message.AccountId;
import dev.loper.message.PersonId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The way of a call that we place, from Twilio's API to the customer's phone.
class PlacedStepsTest extends TwilioWebTest {

    private static final String PATH = "/hooks/twilio/voice-main/voice?call=placed-1";
    private static final String LOTTE = "+31612340001";
    private static final String ADA = "+31612345678";
    private static final Calls.Call CALL = new Calls.Call(new AccountId("voice-main"), "placed-1");

    @Autowired
    private RecordingCalls calls;
    @Autowired
    private PlacedCalls placed;

    @BeforeEach
    void adaIsToBeCalled() {
        calls.reset();
        calls.places(new Outgoing(new PersonId("lotte"), ADA, "en"));
    }

    @Test
    void ourPhoneIsRungFromOurNumberAndItsStepsCarryTheCall() {
        twilio.answer(asked -> Answer.json(201, "{\"sid\":\"CA1\",\"status\":\"queued\"}"));

        assertThat(placed.place(CALL, LOTTE)).isInstanceOf(Result.Rings.class);
        assertThat(twilio.asked()).last().satisfies(asked -> {
            assertThat(asked.path()).endsWith("/Calls.json");
            assertThat(asked.field("To")).isEqualTo(LOTTE);
            assertThat(asked.field("From")).isEqualTo("+3197010280003");
            assertThat(asked.field("Url")).contains(PATH);
            assertThat(asked.field("StatusCallback")).contains(PATH);
        });
    }

    @Test
    void aRefusalIsASentenceAndALostLineIsNoRefusal() {
        twilio.answer(asked -> Answer.json(400, "{\"code\":21211,\"message\":\"Invalid\",\"status\":400}"));
        assertThat(placed.place(CALL, LOTTE)).isInstanceOfSatisfying(Result.Refused.class,
                refused -> assertThat(refused.reason()).contains("not a number"));
        twilio.answer(asked -> null);
        assertThat(placed.place(CALL, LOTTE)).isInstanceOf(Result.Unknown.class);
    }

    @Test
    void nobodyIsRungUntilAKeyIsPressedSoThatAVoicemailReachesNobody() {
        assertThat(step(call())).contains("<Gather", "Press any key", "numDigits=\"1\"", "No key was pressed",
                "<Hangup").doesNotContain("<Dial").doesNotContain(ADA);
        assertThat(calls.told()).isEmpty();
    }

    @Test
    void aKeyRingsTheCustomerWhoSeesOurNumber() {
        String dial = step(call("Digits", "1"));

        assertThat(dial).contains("<Dial", ADA, "callerId=\"+3197010280003\"", "call=placed-1");
        assertThat(step(call("Digits", "1"))).isEqualTo(dial);
        assertThat(calls.told()).contains("placed-1 reaches out");
    }

    @Test
    void theCustomerWhoPicksUpIsAnsweredAndTheEndHasItsLength() {
        step(call("CallSid", "CA2", "ParentCallSid", "CA1", "Direction", "outbound-dial", "To", ADA));
        step(call("DialCallStatus", "completed", "DialCallDuration", "61"));

        assertThat(calls.told()).containsExactly("placed-1 answered by null", "placed-1 answered by null",
                "placed-1 ended HUNG_UP 61");
    }

    @Test
    void whoDoesNotPickUpIsToldOfToOurColleague() {
        assertThat(step(call("DialCallStatus", "no-answer"))).contains("did not pick up", "<Hangup");
        assertThat(calls.told()).containsExactly("placed-1 ended HUNG_UP");
    }

    @Test
    void aPhoneOfOursThatIsNotPickedUpEndsIt() {
        assertThat(step(call("CallStatus", "no-answer"))).doesNotContain("<Say");
        assertThat(calls.told()).containsExactly("placed-1 ended HUNG_UP");
    }

    @Test
    void aCallThatIsOverConnectsNobody() {
        calls.reset();
        assertThat(step(call("Digits", "1"))).contains("<Hangup").doesNotContain("<Dial");
    }

    @Test
    void nothingOfItIsTakenForACallThatComesIn() {
        step(call());
        step(call("Digits", "1"));
        step(call("CallStatus", "completed"));
        assertThat(intake.stored()).isEmpty();
    }

    @Test
    void whoDoesNotSignTheAddressNamesNoCall() {
        Map<String, String> form = call("Digits", "1");
        String signature = TwilioWorld.signature(PUBLIC + PATH, form, TOKEN);
        assertThat(world.post(PATH.replace("placed-1", "placed-2"), TwilioWorld.encode(form),
                signature).statusCode()).isEqualTo(403);
        assertThat(calls.told()).isEmpty();
    }

    private String step(Map<String, String> form) {
        var answer = post(PATH, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> call(String... changes) {
        Map<String, String> form = new HashMap<>(Map.of("CallSid", "CA1", "AccountSid", SID, "From", "+3197010280003",
                "To", LOTTE, "CallStatus", "in-progress", "Direction", "outbound-api", "ApiVersion", "2010-04-01"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }
}
